/** Runs `run` once after `ms` milliseconds unless the returned function is called before. */
export type After = (ms: number, run: () => void) => () => void

export const afterTime: After = (ms, run) => {
  const handle = setTimeout(run, ms)
  return () => clearTimeout(handle)
}
