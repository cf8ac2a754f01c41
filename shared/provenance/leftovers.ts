import type { ClauseId } from '#shared/clauses/index.ts'
import { ownReferencesIn, type OwnReference } from './article-references.ts'
import { institutionsIn } from './institutions.ts'
import type { Reading } from './reading.ts'
import { selfMentionsIn, selfNameOf } from './self-name.ts'
import type { ArticleSources, ClauseProvenance, Instrument, Leftover, Taken } from './types.ts'

type Plain = Omit<ClauseProvenance, 'leftovers'>

type Facts = Readonly<{
  instrument: Instrument
  reading: Reading
  instruments: readonly Instrument[]
  readings: readonly Reading[]
  articles: readonly ArticleSources[]
  clauses: readonly Plain[]
}>

/** What of a source was left standing in the clauses that were taken from it (PV12–PV16). */
export class Leftovers {
  readonly #facts: Facts
  readonly #selfName: ReturnType<typeof selfNameOf>
  readonly #sourceSelfNames: readonly ReturnType<typeof selfNameOf>[]
  readonly #titles: readonly (RegExp | null)[]
  readonly #named: Readonly<{ own: ReadonlyMap<string, number>; sources: readonly ReadonlySet<string>[] }>
  readonly #numbers: ReadonlyMap<string, number>

  constructor(facts: Facts) {
    this.#facts = facts
    this.#selfName = selfNameOf(facts.instrument.text)
    this.#sourceSelfNames = facts.instruments.map(({ text }) => selfNameOf(text))
    this.#titles = facts.instruments.map(({ text }) => titlePattern(text.title, facts.instrument.text.title))
    this.#named = { own: namesIn(facts.reading), sources: facts.readings.map((reading) => new Set(namesIn(reading).keys())) }
    this.#numbers = articleNumbers(facts.reading)
  }

  /** Those of the clause at index `at`, in reading order. */
  in(at: number): readonly Leftover[] {
    const [clause, plain] = [this.#facts.reading.clauses[at], this.#facts.clauses[at]]
    if (clause === undefined || plain === undefined || plain.taken.length === 0) return []
    const sources = new Set(plain.taken.map(({ source }) => source))
    const found = [...sources].flatMap((source) => [...this.#selfNames(clause.text, source), ...this.#titlesIn(clause.text, source), ...this.#institutions(clause.text, source)])
    return [...found, ...this.#references(clause.text, at, plain.taken)].sort((one, other) => one.from - other.from)
  }

  /** PV12 */
  #selfNames(text: string, source: number): Leftover[] {
    const [own, theirs] = [this.#selfName, this.#sourceSelfNames[source]]
    if (own === null || theirs === null || theirs === undefined || own.noun === theirs.noun) return []
    return selfMentionsIn(text, this.#facts.instrument.text.settings.language)
      .filter(({ noun }) => noun === theirs.noun)
      .map(({ from, to, words }) => ({ rule: 'self-name', source, from, to, words, instead: own.words }))
  }

  /** PV13 */
  #titlesIn(text: string, source: number): Leftover[] {
    const pattern = this.#titles[source]
    if (pattern === null || pattern === undefined) return []
    return [...text.matchAll(pattern)].map((match) => ({ rule: 'title', source, from: match.index, to: match.index + match[0].length, words: match[0], instead: null }))
  }

  /** PV14 */
  #institutions(text: string, source: number): Leftover[] {
    const { own, sources } = this.#named
    return institutionsIn(text).flatMap(({ from, to, name, head }): Leftover[] => {
      if (sources[source]?.has(name) !== true) return []
      const rival = [...own].filter(([other]) => other.startsWith(head) && !other.startsWith(name) && !name.startsWith(other)).toSorted((one, other) => other[1] - one[1])[0]
      if (!name.startsWith(head) || rival === undefined || rival[1] <= (own.get(name) ?? 0)) return []
      return [{ rule: 'institution', source, from, to, words: text.slice(from, to), instead: spelledIn(this.#facts.reading, rival[0]) }]
    })
  }

  /** PV15, PV16 */
  #references(text: string, at: number, taken: readonly Taken[]): Leftover[] {
    // Where articles are called regulations, those that are called articles are another's.
    const hasArticles = this.#facts.instrument.text.settings.articleWord === null
    return ownReferencesIn(text).flatMap((reference): Leftover[] => {
      if (!hasArticles && reference.kind === 'article') return []
      const part = taken.find(({ from, to }) => from <= reference.from && reference.to <= to)
      const source = part?.source ?? taken[0]?.source ?? 0
      const leftover = (rule: Leftover['rule'], instead: string | null): Leftover => ({ rule, source, from: reference.from, to: reference.to, words: text.slice(reference.from, reference.to), instead })
      if (reference.kind === 'paragraph') return this.#hasParagraph(at, reference.number) ? [] : [leftover('paragraph-nowhere', null)]
      const theirArticle = part === undefined || !this.#standsInSource(text, reference, part) ? null : this.#sourceArticle(part.source, reference.number)
      const article = this.#numbers.get(reference.number.toLowerCase())
      if (article !== undefined && (theirArticle === null || this.#answers(article, source, theirArticle))) return []
      const answer = theirArticle === null ? null : this.#answerTo(source, theirArticle)
      return [leftover(article === undefined ? 'article-nowhere' : 'article-of-source', answer)]
    })
  }

  /** Whether the article that clause `at` stands in has a paragraph with this number. */
  #hasParagraph(at: number, number: string): boolean {
    const { clauses, home, labels } = this.#facts.reading
    const article = home[at] ?? -1
    for (let i = article + 1; home[i] === article; i++) {
      const clause = clauses[i]
      if (clause !== undefined && clause.depth === 0 && labels.get(clause.id)?.number.toLowerCase() === number.toLowerCase()) return true
    }
    return false
  }

  /** Whether the source has the same number at the place that the reference's words were taken from. */
  #standsInSource(text: string, { from, to }: OwnReference, part: Taken): boolean {
    const reading = this.#facts.readings[part.source]
    const theirs = reading?.clauses.find(({ id }) => id === part.sourceClause)?.text.slice(part.sourceFrom, part.sourceTo) ?? ''
    const [ours, numbers] = [ownReferencesIn(text).filter((one) => part.from <= one.from && one.to <= part.to), ownReferencesIn(theirs)]
    const place = ours.findIndex((one) => one.from === from && one.to === to)
    return ours.length === numbers.length && numbers[place]?.number === text.slice(from, to)
  }

  /** The article of the source with this number. */
  #sourceArticle(source: number, number: string): ClauseId | null {
    const reading = this.#facts.readings[source]
    const at = reading === undefined ? undefined : articleNumbers(reading).get(number.toLowerCase())
    return at === undefined ? null : (reading?.clauses[at]?.id ?? null)
  }

  /** Whether the article at `at` has anything of that of the source: its words, or its heading. */
  #answers(at: number, source: number, theirArticle: ClauseId): boolean {
    const clause = this.#facts.reading.clauses[at]
    const theirs = this.#facts.readings[source]?.clauses.find(({ id }) => id === theirArticle)
    if (clause === undefined || theirs === undefined) return false
    const isTakenFrom = this.#facts.articles.find(({ article }) => article === clause.id)?.from.some((from) => from.source === source && from.article === theirArticle) ?? false
    return isTakenFrom || clause.text.toLowerCase() === theirs.text.toLowerCase()
  }

  /** The number of the article here that most was taken into from that of the source. */
  #answerTo(source: number, theirArticle: ClauseId): string | null {
    const taken = this.#facts.articles.flatMap(({ article, from }) => from.filter((one) => one.source === source && one.article === theirArticle).map(({ words }) => ({ article, words })))
    const [most] = taken.toSorted((one, other) => other.words - one.words)
    return most === undefined ? null : (this.#facts.reading.labels.get(most.article)?.number ?? null)
  }
}

/** Finds a title of two words or more, unless it is in the text's own title. */
function titlePattern(title: string, ownTitle: string): RegExp | null {
  const words = title.trim().split(/\s+/u)
  if (words.length < 2 || ownTitle.toLowerCase().includes(title.trim().toLowerCase())) return null
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join(String.raw`\s+`), 'giu')
}

function namesIn({ clauses }: Reading): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of clauses) for (const { name } of institutionsIn(text)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** How the text itself writes a name. */
function spelledIn({ clauses }: Reading, name: string): string | null {
  for (const { text } of clauses) for (const found of institutionsIn(text)) if (found.name === name) return text.slice(found.from, found.to)
  return null
}

/** The places of the articles by their numbers. */
const articleNumbers = ({ clauses, labels }: Reading): ReadonlyMap<string, number> =>
  new Map(clauses.flatMap(({ id, kind }, i) => (kind === 'article' ? [[(labels.get(id)?.number ?? '').toLowerCase(), i] as const] : [])))
