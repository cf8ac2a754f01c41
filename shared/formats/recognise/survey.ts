import type { NumberingStyle } from '#shared/clauses/index.ts'
import { headingOf } from './heading.ts'
import type { DivisionWord } from './lexicon.ts'
import { labelAt } from './label.ts'
import type { Unit } from './unit.ts'

/** What a first look at the whole source tells: how it numbers, and what its divisions are called. */
export type Survey = Readonly<{
  style: NumberingStyle
  /** `Regulation`, or null when articles bear the language's own word. */
  articleWord: string | null
  /** Labels stand bare: `1 Each Party`, `a the production`. */
  isBare: boolean
  /** `Title I` stands above `Chapter 1`, not below a section. */
  titlesOnTop: boolean
  hasParts: boolean
}>

const OWN_ARTICLE_WORDS = new Set(['article', 'artículo', 'articulo', 'статья', 'المادة', '条'])
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** Reads the headings and label forms of all `units` once. */
export function surveyOf(units: readonly Unit[]): Survey {
  const articleWords = new Map<string, number>()
  const order: DivisionWord[] = []
  let bare = 0
  let dotted = 0
  let set = 0
  for (const { rich, tabbed } of units) {
    const heading = headingOf(rich.text)
    if (heading !== null) {
      order.push(heading.division)
      if (heading.division === 'article') {
        const word = heading.word.toLowerCase()
        articleWords.set(word, (articleWords.get(word) ?? 0) + 1)
      }
    } else if (tabbed && labelAt(rich.text, 0, true)?.form === 'bare') set++
    else if (/^\d{1,2}\s+\p{Lu}/u.test(rich.text)) bare++
    else if (labelAt(rich.text, 0)?.form === 'dot') dotted++
  }
  const [[commonest] = []] = [...articleWords].sort((a, b) => b[1] - a[1])
  const firstTitle = order.indexOf('title')
  const above = order.findIndex((division) => division === 'chapter' || division === 'section')
  const titlesOnTop = firstTitle >= 0 && (above < 0 || firstTitle < above)
  const isBare = (bare >= 3 || set > 0) && bare + set > dotted
  return {
    style: isBare || (firstTitle >= 0 && !titlesOnTop) ? 'coe' : 'un',
    articleWord: commonest === undefined || OWN_ARTICLE_WORDS.has(commonest) ? null : capitalised(commonest),
    isBare,
    titlesOnTop,
    hasParts: order.includes('part'),
  }
}
