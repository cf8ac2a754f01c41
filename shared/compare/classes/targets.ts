import { isDivision, type Clause } from '#shared/clauses/index.ts'
import type { Reference, SameTarget } from './references.ts'
import { nearestUp, type ClassSide, type ClassSides } from './sides.ts'

/** Tells by the pairs of the alignment whether references in a clause of either side point at the same provision. */
export class Targets {
  readonly #sides: ClassSides
  readonly #articles: Readonly<{ base: ReadonlyMap<string, readonly number[]>; revised: ReadonlyMap<string, readonly number[]> }>

  constructor(sides: ClassSides) {
    this.#sides = sides
    this.#articles = { base: articlesOf(sides.base), revised: articlesOf(sides.revised) }
  }

  /** For references that stand in clause `base` of the one text and `revised` of the other. */
  from(base: number, revised: number): SameTarget {
    return (was, is) => {
      const [from, to] = [this.#targets('base', was, base), this.#targets('revised', is, revised)]
      if (from.length === 0 || to.length === 0) return 'unknown'
      if (from.some((index) => to.includes(this.#sides.base.partner[index] ?? -1))) return 'same'
      const isKept = from.some((index) => this.#keepsNumber(index)) || to.some((index) => this.#keepsNumber(this.#sides.revised.partner[index] ?? -1))
      return isKept ? 'other' : 'unclear'
    }
  }

  /** Whether the partner of a base clause has its number: a reference that changes its own then points elsewhere. */
  #keepsNumber(index: number): boolean {
    const partner = this.#sides.base.partner[index] ?? -1
    return partner >= 0 && numberOf(this.#sides.base, index) === numberOf(this.#sides.revised, partner)
  }

  #targets(name: 'base' | 'revised', { level, label, within }: Reference, from: number): readonly number[] {
    const side = this.#sides[name]
    if (level === 'article') return this.#articles[name].get(label) ?? []
    if (level !== 'paragraph') return []
    const articles = within === null ? [nearestUp(side, from, isArticle)] : (this.#articles[name].get(within) ?? [])
    return articles.flatMap((article) => (article < 0 ? [] : paragraphsOf(side, article).filter((index) => numberOf(side, index) === label)))
  }
}

const isArticle = ({ kind }: Clause): boolean => kind === 'article'

function articlesOf(side: ClassSide): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [i, clause] of side.clauses.entries()) {
    if (!isArticle(clause)) continue
    const number = numberOf(side, i)
    const held = found.get(number)
    if (held === undefined) found.set(number, [i])
    else held.push(i)
  }
  return found
}

/** Without what stands before the number, as the treaty's name in a consolidation of several. */
const numberOf = ({ labels, clauses }: ClassSide, index: number): string => {
  const clause = clauses[index]
  return clause === undefined ? '' : (/\S+$/v.exec(labels.get(clause.id)?.number ?? '')?.[0] ?? '').toLowerCase()
}

/** The paragraphs directly in an article. */
function paragraphsOf({ clauses }: ClassSide, article: number): readonly number[] {
  const found: number[] = []
  for (let at = article + 1; at < clauses.length; at++) {
    const clause = clauses[at]
    if (clause === undefined || isDivision(clause.kind)) break
    if (clause.kind === 'paragraph') found.push(at)
  }
  return found
}
