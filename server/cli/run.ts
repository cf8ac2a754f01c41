import { openBus } from '#server/bus/index.ts'
import { ConfigFault, parseConfig, type Config } from '#server/config.ts'
import { openChronicle } from '#server/http/index.ts'
import { SIGN_IN_LIMITS, keptSecret, openIdentity, openLinks } from '#server/identity/index.ts'
import { openLog } from '#server/log.ts'
import { askOperator, resetLinkFor, type Answer } from '#server/operator/index.ts'
import { publicAddress, startFault } from '#server/program.ts'
import { serve, type Outside } from '#server/serve.ts'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { compare, compareArguments } from './compare.ts'
import { verify, verifyArguments } from './verify.ts'

const HELP = `travaux: negotiate a treaty text together

  travaux serve                   start the server
  travaux reset-access <e-mail>   print a link that sets a new password; works while the server runs and while it does not
  travaux verify [--head HASH] [--json]
                                  examine the data folder: is the journal whole, is every version the one that was issued?
                                  --head: a journal head noted earlier must occur in it (may be given several times)
  travaux compare BASE REVISED [--format json|html|text|csv] [-o FILE] [--quiet]
                                  compare two texts clause by clause: text or HTML files, or clauses as JSON
                                  (docs/comparison-json.md); the format follows the ending of FILE where none is said
  travaux --help                  this page

Settings, from the environment, all optional:
  TRAVAUX_HOST        address to listen on (127.0.0.1: this computer only; 0.0.0.0: the network)
  TRAVAUX_PORT        port (4600)
  TRAVAUX_DATA        data folder (./data)
  TRAVAUX_PUBLIC_URL  the address people type, such as https://travaux.example.org
  TRAVAUX_SECRET      key that signs the session cookies (made and kept in the data folder)
`

/** Runs one command of the command line. Ends with exit code 0, 1 for what could not be done or is not sound, 2 for what is no command. */
export async function run(args: readonly string[], outside: Outside): Promise<void> {
  const [command, ...rest] = args
  if (command === '--help' || command === '-h' || command === 'help') {
    outside.write(HELP)
    outside.exit(0)
  } else if (command === 'serve' && rest.length === 0) await serve(outside)
  else if (command === 'reset-access' && rest.length === 1) await resetAccess(rest[0] ?? '', outside)
  else if (command === 'verify') {
    const asked = verifyArguments(rest)
    if (typeof asked !== 'string') return verify(asked, outside)
    outside.complain(`travaux: ${asked}\n\n${HELP}`)
    outside.exit(2)
  } else if (command === 'compare') {
    const asked = compareArguments(rest)
    if (typeof asked !== 'string') return compare(asked, outside)
    outside.complain(`travaux: ${asked}\n\n${HELP}`)
    outside.exit(2)
  } else {
    outside.complain(`travaux: ${command === undefined ? 'say what to do' : `"${args.join(' ')}" is no command`}.\n\n${HELP}`)
    outside.exit(2)
  }
}

async function resetAccess(email: string, { env, write, complain, exit }: Outside): Promise<void> {
  try {
    const config = parseConfig(env)
    const { link, expiresAt } = (await askOperator(config.dataDir, { ask: 'reset-access', email })) ?? (await withoutServer(config, email))
    write(`This link sets a new password. It works once, until ${expiresAt}:\n\n    ${link}\n\n`)
    exit(0)
  } catch (error) {
    const sentence = error instanceof ConfigFault ? error.message : startFault(error)
    if (sentence === null) throw error
    complain(`travaux: ${sentence}\n`)
    exit(1)
  }
}

/** Does it on the data folder itself, which nobody else has open. */
async function withoutServer(config: Config, email: string): Promise<Answer> {
  const { storage, dialect } = await openSqlite(config.dataDir)
  try {
    const secret = config.secret ?? (await keptSecret(config.dataDir))
    const log = openLog(() => undefined)
    const identity = await openIdentity({ dialect, secret, publicUrl: config.publicUrl, now: Date.now, log, limits: SIGN_IN_LIMITS })
    const links = openLinks({ invitations: storage.invitations, now: Date.now })
    const chronicle = openChronicle({ storage, bus: openBus(), now: Date.now })
    return await resetLinkFor(email, { base: publicAddress(config, config.port), identity, members: storage.members, links, chronicle })
  } finally {
    await storage.close()
  }
}
