import type { ClauseText } from '#shared/clauses/index.ts'
import { isSpace, isWord, segment } from '#shared/compare/index.ts'
import type { ClauseUses } from './types.ts'
import { elisionIn, wordForm } from './word-forms.ts'

/** What term `term` reads as, by the forms of its words: the same for "computer system" and "Computer systems’". */
export const termKey = (term: string, language: ClauseText['settings']['language']): string =>
  segment(term).filter(isWord).map((word) => wordForm(word, language)).join(' ')

/** `start`: where the word begins in print, an elided one before it included. */
type Token = Readonly<{ form: string; start: number; from: number; to: number; isCapital: boolean; isFirst: boolean }>
type Node = { readonly next: Map<string, Node>; term: number | null }

const SENTENCE_END = /^[.!?;:。；：؛]$/u
const CAPITAL = /^\p{Lu}/u
/** Between the words of a term nothing but these stands. */
const JOINING = /^[\s\-‐‑’'«»“”"]*$/u

/**
 * Where each of the terms with these `keys` stands in a text; of several that begin at one word the longest. A term that
 * `isName` counts only where it is written with a capital (TM7, TM8).
 */
export function usesOf({ clauses, settings }: ClauseText, keys: readonly string[], isName: (term: number, tally: Tally) => boolean): readonly (readonly ClauseUses[])[] {
  const root: Node = { next: new Map(), term: null }
  for (const [term, key] of keys.entries()) if (key !== '') insert(root, key.split(' '), term)
  const tallies = keys.map((): Tally => ({ capital: 0, small: 0 }))
  const found: { term: number; index: number; from: number; to: number; isSmall: boolean }[] = []
  for (const [index, { text }] of clauses.entries()) {
    const tokens = tokensOf(text, settings.language)
    for (let at = 0; at < tokens.length; at++) {
      const match = longest(root, tokens, { at, text })
      const [first, last] = [tokens[at], match === null ? undefined : tokens[match.end - 1]]
      if (match === null || first === undefined || last === undefined) continue
      const tally = tallies[match.term]
      if (tally !== undefined && !first.isFirst) tally[first.isCapital ? 'capital' : 'small']++
      found.push({ term: match.term, index, from: first.from, to: last.to, isSmall: !first.isCapital })
      at = match.end - 1
    }
  }
  const names = tallies.map((tally, term) => isName(term, tally))
  const uses = keys.map(() => new Map<number, { from: number; to: number }[]>())
  for (const { term, index, from, to, isSmall } of found) {
    if (isSmall && names[term] === true) continue
    const places = uses[term]?.get(index)
    if (places === undefined) uses[term]?.set(index, [{ from, to }])
    else places.push({ from, to })
  }
  return uses.map((byClause) => [...byClause].flatMap(([index, places]) => {
    const clause = clauses[index]?.id
    return clause === undefined ? [] : [{ clause, places }]
  }))
}

/** How often a term stands inside sentences with a capital and without. */
export type Tally = { capital: number; small: number }

function insert(root: Node, forms: readonly string[], term: number): void {
  let node = root
  for (const form of forms) {
    const next: Node = node.next.get(form) ?? { next: new Map(), term: null }
    node.next.set(form, next)
    node = next
  }
  node.term ??= term
}

function longest(root: Node, tokens: readonly Token[], { at, text }: Readonly<{ at: number; text: string }>): Readonly<{ term: number; end: number }> | null {
  let node: Node | undefined = root
  let best: Readonly<{ term: number; end: number }> | null = null
  for (let end = at; end < tokens.length; end++) {
    const [token, before] = [tokens[end], tokens[end - 1]]
    if (token === undefined || (end > at && !JOINING.test(text.slice(before?.to ?? 0, token.start)))) break
    node = node.next.get(token.form)
    if (node === undefined) break
    if (node.term !== null) best = { term: node.term, end: end + 1 }
  }
  return best
}

/** The words of a text with their forms; `isFirst`: a sentence or a quotation begins with it, so a capital says nothing. */
export function tokensOf(text: string, language: ClauseText['settings']['language']): readonly Token[] {
  const tokens: Token[] = []
  let [at, isFirst] = [0, true]
  for (const part of segment(text)) {
    if (isWord(part)) {
      const from = at + elisionIn(part, language)
      tokens.push({ form: wordForm(part, language), start: at, from, to: at + part.length, isCapital: CAPITAL.test(text.slice(from, from + 2)), isFirst: isFirst && from === at })
      isFirst = false
    } else if (!isSpace(part)) isFirst = SENTENCE_END.test(part) || /["“«„]/u.test(part)
    at += part.length
  }
  return tokens
}
