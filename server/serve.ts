import { ConfigFault, parseConfig } from './config.ts'
import { startFault, startTravaux, type Travaux } from './program.ts'

/** How long a clean stop may take before the process ends without it, in milliseconds. What was reported as saved is stored anyway. */
const STOP_WITHIN_MS = 10_000

/** What a process has of the outside world. */
export type Outside = Readonly<{
  env: Readonly<Record<string, string | undefined>>
  write: (text: string) => void
  complain: (text: string) => void
  onSignal: (stop: () => void) => void
  exit: (code: number) => void
  /** Whether what is written, and what is complained of, goes to a terminal. */
  terminal?: Readonly<{ out: boolean; err: boolean }>
  /** The folder that names of files start from; the process's own where it is not said. */
  cwd?: string
}>

export const processOutside: Outside = {
  env: process.env,
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  onSignal: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  },
  exit: (code) => process.exit(code),
  terminal: { out: process.stdout.isTTY, err: process.stderr.isTTY },
  // npm runs a script in the project's folder, whatever folder it was called from.
  cwd: process.env['npm_lifecycle_event'] === 'travaux' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd(),
}

/** Runs the server until a signal stops it. A start that fails for a reason in the operator's hands ends with one plain sentence and exit code 1. */
export async function serve({ env, write, complain, onSignal, exit }: Outside): Promise<void> {
  let travaux: Travaux
  try {
    travaux = await startTravaux(parseConfig(env))
  } catch (error) {
    const sentence = error instanceof ConfigFault ? error.message : startFault(error)
    if (sentence === null) throw error
    complain(`travaux: ${sentence}\n`)
    exit(1)
    return
  }
  let stopping = false
  onSignal(() => {
    if (stopping) return
    stopping = true
    setTimeout(() => {
      complain('travaux: it did not stop cleanly in time. What was reported as saved is stored.\n')
      exit(1)
    }, STOP_WITHIN_MS).unref()
    travaux.close().then(
      () => exit(0),
      (error: unknown) => {
        complain(`travaux: ${startFault(error) ?? String(error)}\n`)
        exit(1)
      },
    )
  })
  write(greeting(travaux))
}

/** What is printed once the server answers. The link is written here and nowhere else: it is no log line. */
function greeting({ url, setupLink }: Travaux): string {
  if (setupLink === null) return `\nTravaux is running at ${url}\n\n`
  return `\nTravaux is running at ${url}\n\nMake the chair's account with this link, which works once:\n\n    ${setupLink}\n\n`
}
