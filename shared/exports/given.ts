import { DIVISION_RANK, LANGUAGES, MAX_DEPTH, isClauseKind, isDivision, labelsOf, citationsOf, parseClauseId, type Clause, type ClauseId, type ClauseKind, type ClauseText, type Language } from '#shared/clauses/index.ts'
import { languageOf, wordsOf } from '#shared/formats/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { givenText, type GivenText } from './schema.ts'
import type { Sheet } from './sheet.ts'
import { sideIds, type SideName } from './side-ids.ts'
import { wordingLine } from './wording-line.ts'

type Given = GivenText['clauses'][number]

/** A heading has no more words than these; a division that says more holds its wording in itself (EX4). */
const HEADING_WORDS = 40

/**
 * A text given as clauses, `{clauses: [{id, text, parent?, kind?, label?}]}` (EX2–EX4): an object of the format or a side of an
 * earlier result. Refuses `unreadable-file` with what is wrong and where. An id that Travaux made names the same clause on
 * both sides; every other id names a clause of its own side alone (EX3).
 */
export function readClauses(raw: unknown, { name, side }: Readonly<{ name: string; side: SideName }>): Sheet {
  const parsed = givenText.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue === undefined || issue.path.length === 0 ? 'it' : issue.path.join('.')
    return refuse(`“${name}” is not a text in clauses: ${where} is not as it must be (${issue?.message ?? 'unknown'}). It needs {"clauses": [{"id": …, "text": …}]}.`)
  }
  const { clauses: given, title = '', language } = parsed.data
  if (given.length === 0) refuse(`“${name}” holds no clauses.`)
  const indexOf = new Map<string, number>()
  for (const [index, { id }] of given.entries()) {
    if (indexOf.has(id)) refuse(`“${name}”: the id “${id}” stands twice.`)
    indexOf.set(id, index)
  }
  const parents = given.map(({ id, parent }, index) => {
    if (parent == null) return -1
    const at = indexOf.get(parent)
    if (at === undefined) return refuse(`“${name}”: the clause “${id}” names a parent “${parent}” that is not there.`)
    return at < index ? at : refuse(`“${name}”: the parent “${parent}” of the clause “${id}” must stand before it.`)
  })
  const hasChildren = new Set(parents)
  const spoken = given.map(({ text }) => text).join('\n')
  const settings = { style: 'un', language: isLanguage(language) ? language : languageOf(spoken), articleWord: null } as const
  const made: Clause[] = []
  const shownAt = new Map<ClauseId, Readonly<{ index: number; leads: boolean }>>()
  const newId = sideIds(side)
  const depths: number[] = []
  for (const [index, one] of given.entries()) {
    const above = parents[index] ?? -1
    const kind = kindOf(one, hasChildren.has(index) && (depths[above] ?? -1) < 0)
    depths.push(isDivision(kind) ? -1 : Math.min(MAX_DEPTH, (depths[above] ?? -1) + 1))
    const add = (clause: Pick<Clause, 'kind' | 'depth' | 'number' | 'text'>, id: ClauseId, leads: boolean): void => {
      made.push({ id, spans: [], ...clause })
      shownAt.set(id, { index, leads })
    }
    const [heading, ...wording] = isDivision(kind) ? headingAndWording(one.text) : [one.text]
    add({ kind, depth: Math.max(0, depths[index] ?? 0), number: numberOf(one.label), text: heading ?? '' }, parseClauseId(one.id) ?? newId(), true)
    for (const line of wording) add(wordingLine(line), newId(), false)
  }
  const text: ClauseText = { title, settings, clauses: made }
  const labels = labelsOf(made, settings)
  const citations = citationsOf(made, labels)
  const leads = made.filter(({ id }) => shownAt.get(id)?.leads)
  const clauses = given.map((one, index) => {
    const clause = leads[index]
    const [label, citation] = clause === undefined ? ['', ''] : [labels.get(clause.id)?.text ?? '', citations.get(clause.id) ?? '']
    return { id: one.id, parent: one.parent ?? null, kind: clause?.kind ?? 'text', label: one.label ?? label, citation: one.citation ?? citation, text: one.text }
  })
  return { text, held: null, side: { title, language: settings.language, clauses }, shownAt }
}

const isLanguage = (raw: string | undefined): raw is Language => (LANGUAGES as readonly unknown[]).includes(raw)

const ARTICLE_LABEL = /^(?:art(?:icle|\.)|rule|regulation|draft article|статья|المادة|第.*条|art[ií]culo)/iv

/** The kind that is given, if it is one; else what the label and the place say (EX2). */
function kindOf({ kind, label, text }: Given, mayDivide: boolean): ClauseKind {
  const given = kind?.trim().toLowerCase()
  if (isClauseKind(given)) return given
  if (ARTICLE_LABEL.test(label ?? '')) return 'article'
  for (const division of Object.keys(DIVISION_RANK)) if ((label ?? '').toLowerCase().startsWith(division) && isClauseKind(division)) return division
  if (mayDivide && (label ?? '') === '' && wordsOf(text).length <= HEADING_WORDS && !/[.;:]\s*$/v.test(text)) return 'article'
  return 'paragraph'
}

const NUMBER = /(?<number>\d+(?:[.\-]\d+)*(?:\s?(?:bis|ter|quater|quinquies|sexies))?|\b[ivxlcdm]+\b|\b\p{L}{1,2}\b)[\)\].:]*\s*$/iv

/** The bare number in a printed label; '' where it prints none, null where no label is given and it is counted. */
function numberOf(label: string | null | undefined): string | null {
  if (label == null) return null
  return NUMBER.exec(label.trim())?.groups?.['number'] ?? ''
}

/** What a division says: its heading, and the lines of wording that it holds in itself (EX4). */
function headingAndWording(text: string): readonly string[] {
  const [first = '', ...rest] = text.split(/\r?\n/v)
  if (wordsOf(first).length > HEADING_WORDS) return ['', first, ...rest]
  return [first, ...rest]
}

function refuse(detail: string): never {
  throw new Refused('unreadable-file', detail)
}
