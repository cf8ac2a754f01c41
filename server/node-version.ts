/** Why Travaux cannot run on the Node of this version, in one sentence; null when it can. */
export function nodeFault(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)
  return fits ? null : `this is Node ${version}; Travaux needs Node 20.19 or newer (20.19+, 22.12+ or 24). Install it from https://nodejs.org and run the command again.`
}
