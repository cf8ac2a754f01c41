import type { Frames } from './frame.ts'
import { isDivision, type ClauseId, type Label } from '#shared/clauses/index.ts'
import { FREE, type Pairing } from './pairing.ts'
import { isWord } from './segment.ts'

/** What a printed number refers to. */
type Kind = 'article' | 'paragraph'

/** A number in a text that refers to an article, or to a paragraph of the article that it stands in: which word it is. */
export type Reference = Readonly<{ at: number; kind: Kind; number: string }>

const CITING: readonly (readonly [Kind, RegExp])[] = [
  ['article', /^(?:articles?|arts?|artículos?|стат(?:ья|ьи|ье|ью|ьей|ей|ьях|ьям|ьями)|المادة|المادتين|المواد)$/iv],
  ['paragraph', /^(?:paragraphs?|paras?|paragraphes?|párrafos?|пункт(?:а|е|у|ом|ы|ов|ах)?|الفقرة|الفقرتين|الفقرات)$/iv],
]
const CONNECTING = /^(?:and|or|to|through|et|ou|à|y|o|a|и|или|по|و|أو|إلى|[,،\-–—.])$/iv
const OF = /^(?:of|de|del|l)$/iv
const NUMBER = /^\p{Nd}{1,4}\p{L}?$/v

/** The references in a text that is cut into words and signs; of a list ("Articles 2, 3 and 5(1)") each. */
export function referencesIn(words: readonly string[]): readonly Reference[] {
  const found: Reference[] = []
  for (let at = 0; at < words.length; at++) {
    const kind = kindOf(words[at])
    if (kind === null) continue
    const list: Reference[] = []
    let next = at + 1
    for (; next < words.length; next++) {
      const word = words[next] ?? ''
      if (NUMBER.test(word)) list.push({ at: next, kind, number: word })
      else if (list.length > 0 && word === '(') next = closing(words, next)
      else if (!CONNECTING.test(word)) break
    }
    // A paragraph of another article is not one of this.
    const isOther = kind === 'paragraph' && OF.test(words[next] ?? '') && kindOf(words[next + 1]) === 'article'
    if (!isOther) found.push(...list)
    at = next - 1
  }
  return found
}

const kinds = (word: string): Kind | null => CITING.find(([, pattern]) => pattern.test(word))?.[0] ?? null
/** Most words cite nothing, as their first letter shows. */
const FIRST = /^[apсп\u0627]/iv
const kindOf = (word: string | undefined): Kind | null => (word !== undefined && FIRST.test(word) ? kinds(word) : null)

function closing(words: readonly string[], open: number): number {
  const close = words.indexOf(')', open)
  return close < 0 || close > open + 3 ? open : close
}

/** Which number answers which, on either side, where partners have different ones. */
export type Renumbered = Readonly<{ revisedOf: ReadonlyMap<string, string>; baseOf: ReadonlyMap<string, string> }>

/** What was renumbered, as a reference in one clause sees it. */
export type Renumberings = Readonly<Record<Kind, Renumbered>>

type Labels = Readonly<{ base: ReadonlyMap<ClauseId, Label>; revised: ReadonlyMap<ClauseId, Label> }>

/** For the pair of clauses `[base, revised]`, the renumberings of articles and of paragraphs beside it (RL13). */
export function renumberingsOf(frames: Frames, pairing: Pairing, labels: Labels): (base: number, revised: number) => Renumberings {
  const { base, revised } = frames
  const numberOf = (side: 'base' | 'revised', index: number): string => {
    const id = frames[side].clauses[index]?.id
    return (id === undefined ? undefined : labels[side].get(id)?.number) ?? ''
  }
  const renumbered = (from: number, to: number, isCounted: (index: number) => boolean): Renumbered => {
    const pairs: (readonly [string, string])[] = []
    for (let b = from; b < to; b++) {
      const r = pairing.revisedOf(b)
      if (r === FREE || !isCounted(b)) continue
      const [was, is] = [numberOf('base', b), numberOf('revised', r)]
      if (NUMBER.test(was) && NUMBER.test(is)) pairs.push([was, is])
    }
    return { revisedOf: unambiguous(pairs), baseOf: unambiguous(pairs.map(([was, is]) => [is, was])) }
  }
  const article = renumbered(0, base.clauses.length, (b) => base.clauses[b]?.kind === 'article' && revised.clauses[pairing.revisedOf(b)]?.kind === 'article')
  const paragraphs = new Map<number, Renumbered>()
  return (b, r) => {
    const [home, other] = [base.home[b] ?? FREE, revised.home[r] ?? FREE]
    if (home < 0 || pairing.revisedOf(home) !== other) return { article, paragraph: NONE }
    let paragraph = paragraphs.get(home)
    if (paragraph === undefined) {
      let to = home + 1
      while (base.home[to] === home) to++
      paragraph = renumbered(home + 1, to, (i) => isParagraph(frames.base.clauses[i]) && revised.home[pairing.revisedOf(i)] === other)
      paragraphs.set(home, paragraph)
    }
    return { article, paragraph }
  }
}

const NONE: Renumbered = { revisedOf: new Map(), baseOf: new Map() }

const isParagraph = (clause: Frames['base']['clauses'][number] | undefined): boolean =>
  clause !== undefined && !isDivision(clause.kind) && clause.depth === 0

/** The pairs that change the number, without those whose number stands twice. */
function unambiguous(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const [was, is] of pairs) {
    if (found.has(was) && found.get(was) !== is) twice.add(was)
    found.set(was, is)
  }
  for (const [was, is] of found) if (twice.has(was) || was === is) found.delete(was)
  return found
}

/** What both sides call a reference to the clause that was `was` and is `is`. */
export const referenceName = (kind: Kind, was: string, is: string): string => `${kind} ${was} > ${is}`

/** The references of a text's words that name something renumbered: which word, and a name that both sides give it. */
export function renumberedReferences(words: readonly string[], side: 'base' | 'revised', renumberings: Renumberings): readonly Readonly<{ at: number; name: string }>[] {
  if (!words.some((word) => isWord(word) && kindOf(word) !== null)) return []
  return referencesIn(words).flatMap(({ at, kind, number }) => {
    const { revisedOf, baseOf } = renumberings[kind]
    const [was, is] = side === 'base' ? [number, revisedOf.get(number)] : [baseOf.get(number), number]
    return was === undefined || is === undefined || revisedOf.get(was) !== is || baseOf.get(is) !== was ? [] : [{ at, name: referenceName(kind, was, is) }]
  })
}
