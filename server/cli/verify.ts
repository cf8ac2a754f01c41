import { ConfigFault, parseConfig } from '#server/config.ts'
import { startFault } from '#server/program.ts'
import type { Outside } from '#server/serve.ts'
import { verifyFolder, type Report } from './verify-folder.ts'

type Asked = Readonly<{ heads: readonly string[]; asJson: boolean }>

/** A head, or its beginning as far as it is shown on the screen. */
const HEAD = /^[\da-f]{16,64}$/

/** What `travaux verify` is asked by its arguments; a sentence when that makes no sense. */
export function verifyArguments(args: readonly string[]): Asked | string {
  const heads: string[] = []
  let asJson = false
  for (let at = 0; at < args.length; at++) {
    const argument = args[at]
    if (argument === '--json') asJson = true
    else if (argument === '--head') {
      const head = args[++at]?.toLowerCase() ?? ''
      if (!HEAD.test(head)) return `--head needs a journal head: 16 to 64 hexadecimal digits, as a version shows them.`
      heads.push(head)
    } else return `"${argument}" is nothing that verify knows.`
  }
  return { heads, asJson }
}

/** Examines the data folder. Ends with exit code 0 when all is as it was written, 1 when something is not, or cannot be read. */
export async function verify({ heads, asJson }: Asked, { env, write, complain, exit }: Outside): Promise<void> {
  try {
    const { dataDir } = parseConfig(env)
    const report = await verifyFolder(dataDir, heads)
    const isSound = report.findings.length === 0
    write(asJson ? `${JSON.stringify({ sound: isSound, ...report }, null, 2)}\n` : inWords(report, heads))
    exit(isSound ? 0 : 1)
  } catch (error) {
    const sentence = error instanceof ConfigFault ? error.message : startFault(error)
    if (sentence === null) throw error
    if (asJson) write(`${JSON.stringify({ sound: false, unreadable: sentence }, null, 2)}\n`)
    complain(`travaux: ${sentence}\n`)
    exit(1)
  }
}

function inWords({ negotiations, findings }: Report, heads: readonly string[]): string {
  const lines = negotiations.flatMap(({ title, entries, head, versions, drafts }) => [
    `${title}: ${counted(entries, 'journal entry', 'journal entries')}, ${counted(versions, 'version')}, ${counted(drafts, 'live draft')}.`,
    `  Head of the journal: ${head}`,
  ])
  if (findings.length > 0) {
    const many = counted(findings.length, 'thing is not as it was', 'things are not as they were')
    return [...lines, '', `${many} written:`, ...findings.map(({ words }) => `- ${words}`), ''].join('\n')
  }
  const reach =
    heads.length > 0
      ? 'Every head given occurs, so nothing was cut off before it.'
      : 'A cut-off end behind the last version would not show: give a head noted elsewhere with --head.'
  return [...lines, '', 'All is as it was written.', reach, ''].join('\n')
}

const counted = (count: number, one: string, other = `${one}s`): string => `${count} ${count === 1 ? one : other}`
