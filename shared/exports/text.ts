import type { ComparisonJson, Match } from './schema.ts'

/** How the marks of a redline are written: `struck` and `inserted` wrap the words, `quiet` what is said about them. */
export type Ink = Readonly<{ struck: (words: string) => string; inserted: (words: string) => string; quiet: (words: string) => string }>

/** Marks that stand in any text, as `wdiff` writes them. */
export const PLAIN_INK: Ink = { struck: (words) => `[-${words}-]`, inserted: (words) => `{+${words}+}`, quiet: (words) => words }

/** The same on a terminal that shows colours, beside the marks: colour never tells alone. */
export const COLOUR_INK: Ink = {
  struck: (words) => `\u001B[31m[-${words}-]\u001B[0m`,
  inserted: (words) => `\u001B[34m{+${words}+}\u001B[0m`,
  quiet: (words) => `\u001B[2m${words}\u001B[0m`,
}

/** The redline as plain text: figures, then every clause that differs, cited, with its class; what is the same is left out. */
export function redlineText(result: ComparisonJson, ink: Ink = PLAIN_INK): string {
  const { base, revised, matches, figures } = result
  const citations = { base: citationsBy(base.clauses), revised: citationsBy(revised.clauses) }
  const { words, classes } = figures
  const head = [
    shown(`${base.title === '' ? 'base' : base.title} → ${revised.title === '' ? 'revised' : revised.title}`),
    `Words: ${words.kept} kept, ${words.struck} struck, ${words.inserted} inserted.`,
    `Changes: ${classes.substance.changes} of substance, ${classes.editorial.changes} editorial, ${classes.numbering.changes} of numbering, ${classes.formatting.changes} of formatting.`,
  ]
  const changes = matches.flatMap((match) => {
    const told = toldOf(match, citations)
    if (told === null) return []
    const why = match.classes === null ? '' : ` · ${match.classes.class}${match.classes.explanation === '' ? '' : ` (${match.classes.explanation})`}`
    const wording = match.redline.map(({ kind, text }) => (kind === 'keep' ? shown(text) : kind === 'strike' ? ink.struck(shown(text)) : ink.inserted(shown(text)))).join('')
    return ['', ink.quiet(shown(`${told}${why}`)), ...(wording === '' ? [] : [wording])]
  })
  return `${[...head, ...(changes.length === 0 ? ['', 'Nothing differs.'] : changes)].join('\n')}\n`
}

type Citations = Readonly<{ base: ReadonlyMap<string, string>; revised: ReadonlyMap<string, string> }>

const citationsBy = (clauses: ComparisonJson['base']['clauses']): ReadonlyMap<string, string> => new Map(clauses.map(({ id, citation }) => [id, citation]))

/** What happened to a clause, in one line; null where nothing did. */
function toldOf(match: Match, citations: Citations): string | null {
  const [from, to] = [citations.base.get(match.base ?? '') ?? '', citations.revised.get(match.revised ?? '') ?? '']
  if (match.kind === 'added') return `${to}: added`
  if (match.kind === 'removed') return `${from}: removed`
  if (match.kind !== 'one-to-one') return `${from} ~ ${to}: ${match.kind} (${match.reason})`
  const what = [match.moved ? 'moved' : '', match.edited ? 'edited' : '', match.renumbered === null ? '' : `renumbered ${match.renumbered.from} → ${match.renumbered.to}`].filter((word) => word !== '')
  if (what.length === 0 && match.classes === null) return null
  return `${from === to ? to : `${from} → ${to}`}${what.length === 0 ? '' : `: ${what.join(', ')}`}`
}

/** Words of a text that would steer a terminal are shown, not obeyed. */
const shown = (words: string): string => words.replaceAll(/[\p{Cc}--[\t\n]]/gv, '\uFFFD')
