import type { ClauseKind } from '#shared/clauses/index.ts'
import type { Rich } from '../rich.ts'
import { isDefinition } from './definition.ts'
import type { UnrecognisedReason } from './draft.ts'
import type { PrintedLabel } from './label.ts'
import { divisionWordOf } from './lexicon.ts'
import type { Page } from './page.ts'

const BULLET = /^[–—•·▪◦‣*-]\s*(?=\S)/u
const ENDS_SENTENCE = /[.;:!?。；：؛،,][\s\])”"’»]*$/u
const SENTENCE = /^[[(“"«]*[\p{Lu}\p{Lo}].*[.:;。；：؛][\])”"»]*$/u
/** A line that breaks off in the middle of a reference: what looks like a label on the next one is its end. */
const BREAKS_REFERENCE =
  /(?:\b(?:sub)?paragraphs?|\barticles?|\bregulations?|\bsections?|\b(?:al[ií]neas?|párrafos?|apartados?|paragraphes?|пункта|подпункта)|\([a-z\d]{1,3}\),)$/iu
/** A line cannot end with these words: the next one goes on with it. */
const BREAKS_OFF = /(?:^|\s)(?:of|to|in|the|an?|by|with|for|from|under|that|which|de|la|le|les|des|du|del|los|las|el|в|на|с|к|по)$/u

/** Whether the source broke the latest provision off in the middle of a sentence (FM14). */
export function breaksOff(page: Page): boolean {
  return BREAKS_OFF.test(page.tail) || BREAKS_REFERENCE.test(page.tail)
}

/** What stands around unlabelled words: whether a list follows them, and the label of the next block. */
type Surroundings = Readonly<{ line: number; leadsList: boolean; next: PrintedLabel | null }>

/** Reads words that bear no label. */
export function readWording(page: Page, rich: Rich, around: Surroundings): void {
  if (rich.text === '') return
  const { outline } = page
  if (!page.isEmpty && !BULLET.test(rich.text) && goesOn(page, rich.text)) {
    page.extend(rich)
    return
  }
  page.isEmpty = false
  const { kind, depth = 0, why } = roleOf(page, rich.text, around)
  if (depth === 0 && why === undefined && kind !== 'closing') outline.clear()
  page.push({ kind, depth, rich, line: around.line, ...(why === undefined ? {} : { why }) })
}

type Role = Readonly<{ kind: ClauseKind; depth?: number; why?: UnrecognisedReason }>

/** What unlabelled words are in the place where they stand (FM16). */
function roleOf(page: Page, text: string, { leadsList, next }: Surroundings): Role {
  const { outline, place } = page
  if (BULLET.test(text)) return { kind: 'subparagraph', depth: Math.max(outline.depth + 1, 1) }
  if (place === 'testimonium') return { kind: 'text' }
  if (place === 'start' || place === 'front') return { kind: 'text', why: 'front-matter' }
  if (isDefinition(page, text)) return { kind: 'definition', depth: Math.max(outline.depth, 1) }
  if (outline.depth > 0 && /^\p{Ll}/u.test(text)) return { kind: 'closing', depth: outline.closedBefore(next) }
  // A full sentence goes on the numbered paragraph above it; anything less is not understood.
  if (outline.hasParagraphs) return { kind: 'text', depth: 1, ...(SENTENCE.test(text) ? {} : { why: 'after-numbered-provision' }) }
  if (leadsList || /[:：]$/u.test(text)) return { kind: 'chapeau' }
  return place === 'division' ? { kind: 'text', why: 'outside-article' } : { kind: 'paragraph' }
}

/** Whether `text` is the rest of a sentence that the source broke (FM14). */
function goesOn(page: Page, text: string): boolean {
  const before = page.tail
  if (before === '') return true
  if (breaksOff(page)) return true
  if (/[.;:!?。；：؛][\s\])”"’»]*$/u.test(before)) return false
  // "Annex III to the Convention" is the middle of a sentence when the one before it has not ended.
  if (divisionWordOf(/^\p{L}+/u.exec(text)?.[0] ?? '') !== null) return true
  if (ENDS_SENTENCE.test(before)) return false
  return /^\p{Ll}/u.test(text) && page.outline.depth <= 0
}
