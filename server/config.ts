import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** What an operator can set. `secret` null = made at first start and kept in the data folder; `publicUrl` is an origin, without a path. */
export type Config = Readonly<{
  host: string
  /** 0 = any free port. */
  port: number
  dataDir: string
  secret: string | null
  publicUrl: string | null
}>

/** The environment holds something that Travaux cannot start with; `message` names every fault, one a line. */
export class ConfigFault extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigFault'
  }
}

const SECRET_CHARACTERS = 32

/** Names of the project's own test and bench commands, which may stand in the same environment. */
const NOT_OURS = new Set(['TRAVAUX_CORPUS', 'TRAVAUX_BROWSER', 'TRAVAUX_BENCH_REPORT'])

/** Settings of a later version: better refused than silently without effect. */
const NOT_YET: Readonly<Record<string, string>> = {
  TRAVAUX_DATABASE_URL: 'this version keeps everything in SQLite in the data folder',
  TRAVAUX_REDIS_URL: 'this version runs as one process',
}

const OURS = ['TRAVAUX_HOST', 'TRAVAUX_PORT', 'TRAVAUX_DATA', 'TRAVAUX_SECRET', 'TRAVAUX_PUBLIC_URL'] as const
type Name = (typeof OURS)[number]
const isOurs = (name: string): name is Name => (OURS as readonly string[]).includes(name)

/**
 * Reads the settings from an environment; what is unset or empty takes its default. Throws `ConfigFault` for an unknown
 * `TRAVAUX_…` name or a value that makes no sense.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('TRAVAUX_') || isOurs(name) || NOT_OURS.has(name)) continue
    const reason = NOT_YET[name]
    if (reason === undefined) faults.push(`${name} is not a setting of Travaux. The settings are ${OURS.join(', ')}.`)
    else if (value !== undefined && value !== '') faults.push(`${name} cannot be used: ${reason}. Leave it unset.`)
  }
  const read = <Value>(name: Name, fallback: Value, parse: (raw: string) => Value | string[]): Value => {
    const raw = env[name]?.trim() ?? ''
    if (raw === '') return fallback
    const value = parse(raw)
    if (!Array.isArray(value)) return value
    faults.push(...value.map((fault) => `${name} ${fault}`))
    return fallback
  }
  const config: Config = {
    host: read('TRAVAUX_HOST', '127.0.0.1', hostOf),
    port: read('TRAVAUX_PORT', 4600, portOf),
    dataDir: resolve(read('TRAVAUX_DATA', './data', (raw) => raw)),
    secret: read<string | null>('TRAVAUX_SECRET', null, secretOf),
    publicUrl: read<string | null>('TRAVAUX_PUBLIC_URL', null, originOf),
  }
  if (faults.length > 0) throw new ConfigFault(faults)
  return config
}

const HOST_NAME = /^(?=.{1,253}$)[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?(?:\.[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?)*$/

function hostOf(raw: string): string | string[] {
  if (isIP(raw) !== 0 || (HOST_NAME.test(raw) && !/^[\d.]+$/.test(raw))) return raw
  return [`is "${raw}", which is neither an address nor a host name. Use 127.0.0.1 for this computer only, 0.0.0.0 for the network.`]
}

function portOf(raw: string): number | string[] {
  const port = /^\d{1,5}$/.test(raw) ? Number(raw) : Number.NaN
  if (port <= 65_535) return port
  return [`is "${raw}", which is no port. Use a whole number from 1 to 65535, or 0 for any free one.`]
}

function secretOf(raw: string): string | string[] {
  if (raw.length >= SECRET_CHARACTERS) return raw
  return [`has ${raw.length} characters; it needs at least ${SECRET_CHARACTERS}. Leave it unset to have one made and kept in the data folder.`]
}

function originOf(raw: string): string | string[] {
  const url = URL.canParse(raw) ? new URL(raw) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return [`is "${raw}", which is no address. Use one such as https://travaux.example.org.`]
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    return [`is "${raw}", which has more than scheme, host and port. Travaux is served at the root of its host; use ${url.origin}.`]
  }
  return url.origin
}
