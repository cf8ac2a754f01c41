/**
 * The same server under its other loopback name, where the browser keeps other cookies: so one person can be two people
 * in two tabs. Null when the page does not come from this computer.
 */
export function loopbackTwin(origin: string, path: string): string | null {
  const address = new URL(path, origin)
  const twin = TWINS[address.hostname]
  if (twin === undefined) return null
  address.hostname = twin
  return address.href
}

const TWINS: Readonly<Record<string, string>> = { '127.0.0.1': 'localhost', localhost: '127.0.0.1', '[::1]': 'localhost' }
