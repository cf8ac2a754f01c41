import { writeNumeral } from '../../shared/clauses/index.ts'
import { invariant } from '../../shared/kernel/index.ts'
import { clausesOf, comprehensiveSample, rollingSample, type Source } from './corpus.ts'

const CLAUSES = 2_000
const WORDS = 60_000
/** Of an article's clauses one is its heading; the others are these, in this order. */
const ARTICLE = ['paragraph', 'point', 'point', 'point', 'paragraph', 'point', 'point', 'paragraph', 'paragraph'] as const
const ARTICLES_A_CHAPTER = 10

/** A draft of 2,000 clauses and some 60,000 words: the wording of the samples, in chapters and articles, as a plain text. */
export function largeDraft(): Source {
  const words = [rollingSample(), comprehensiveSample()].flatMap((source) => clausesOf(source, 1).clauses.filter(({ text }) => text.length > 60).flatMap(({ text }) => text.match(/\b[a-z]+\b/g) ?? []))
  const made = { clauses: 0, words: 0 }
  let [taken, article, chapter] = [0, 0, 0]
  const lines: string[] = []
  const add = (lead: string, wording: string): void => {
    lines.push(`${lead}${wording}`, '')
    made.clauses++
    made.words += wording.split(' ').length
  }
  const take = (wanted: number): string => {
    const wording = Array.from({ length: wanted }, () => words[taken++ % words.length] ?? 'shall').join(' ')
    return wording.charAt(0).toUpperCase() + wording.slice(1)
  }
  /** So many words a clause from here on that the whole comes out right. */
  const even = (): number => Math.max(8, Math.round((WORDS - made.words) / (CLAUSES - made.clauses)))
  add('', 'Draft convention on the measure of long texts')
  while (made.clauses < CLAUSES) {
    if (article % ARTICLES_A_CHAPTER === 0) {
      lines.push(`Chapter ${writeNumeral('ROMAN', ++chapter)}`)
      add('', take(4))
    }
    lines.push(`Article ${++article}`)
    add('', take(5))
    let [paragraph, point] = [0, 0]
    for (const kind of ARTICLE) {
      if (made.clauses === CLAUSES) break
      if (kind === 'paragraph') {
        point = 0
        add(`${++paragraph}. `, `${take(even())}.`)
      } else add(`(${'abcdef'.charAt(point++)}) `, `${take(even())};`)
    }
  }
  const draft: Source = { name: `draft of ${CLAUSES} clauses`, file: 'large-draft.txt', source: lines.join('\n') }
  const read = clausesOf(draft, 1).clauses
  const readWords = read.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  invariant(read.length === CLAUSES && Math.abs(readWords - WORDS) < WORDS / 50, `the large draft was read as ${read.length} clauses of ${readWords} words`)
  return draft
}
