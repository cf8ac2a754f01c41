import type { ComparisonJson } from './schema.ts'

const COLUMNS = ['base', 'base heading', 'revised', 'revised heading', 'relation', 'moved', 'edited', 'class', 'confidence', 'certain', 'share of base', 'share of revised', 'reason', 'explanation'] as const

/** A heading longer than this is cut: the wording itself is not what a correlation table is for. */
const HEADING_LETTERS = 120

/** The correlation table of a comparison: RFC 4180, UTF-8, a line for each match (EX8). */
export function correlationTable({ base, revised, matches }: ComparisonJson): string {
  const sides = { base: byId(base.clauses), revised: byId(revised.clauses) }
  const lines = matches.map((match) => {
    const [from, to] = [sides.base.get(match.base ?? ''), sides.revised.get(match.revised ?? '')]
    return [
      from?.citation ?? '',
      headingOf(from?.text ?? ''),
      to?.citation ?? '',
      headingOf(to?.text ?? ''),
      match.kind,
      match.moved ? 'moved' : '',
      match.edited ? 'edited' : '',
      match.classes?.class ?? '',
      match.base === null || match.revised === null ? '' : String(match.confidence),
      match.base === null || match.revised === null ? '' : match.certain ? 'certain' : 'probable',
      match.shares === null ? '' : String(match.shares.base),
      match.shares === null ? '' : String(match.shares.revised),
      match.reason,
      match.classes?.explanation ?? '',
    ]
  })
  return [COLUMNS, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

const byId = <Clause extends Readonly<{ id: string }>>(clauses: readonly Clause[]): ReadonlyMap<string, Clause> => new Map(clauses.map((clause) => [clause.id, clause]))

function headingOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/v)
  return first.length <= HEADING_LETTERS ? first : `${first.slice(0, HEADING_LETTERS).replace(/[\uD800-\uDBFF]$|\s+\S*$/u, '')}…`
}

/** What a spreadsheet would take for a formula is kept from being one by an apostrophe, as OWASP advises against CSV injection. */
function cell(words: string): string {
  const safe = /^[\-=+@\t\r]/v.test(words) ? `'${words}` : words
  return /[",\r\n]/v.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
