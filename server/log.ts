import { pino } from 'pino'

/** Where the server's parts report: facts first, then words. Never a token, a cookie, a password or a body. */
export type Log = Readonly<{
  info(facts: object, words: string): void
  warn(facts: object, words: string): void
  error(facts: object, words: string): void
}>

/** A log of one JSON object a line into `write`; fields by these names are blanked wherever a caller should let them slip in. */
export function openLog(write: (line: string) => void): Log {
  const secret = ['token', 'password', 'cookie', 'authorization', 'secret', 'tokenHash']
  const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const logger = pino({ base: null, redact: { paths, censor: '[kept out]' } }, { write })
  return {
    info: (facts, words) => logger.info(facts, words),
    warn: (facts, words) => logger.warn(facts, words),
    error: (facts, words) => logger.error(facts, words),
  }
}
