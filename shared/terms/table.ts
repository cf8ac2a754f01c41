import type { ClauseText } from '#shared/clauses/index.ts'
import { countWords, isWord, isWordingChange, redline, segment, sharedWords } from '#shared/compare/index.ts'
import { definitionsIn } from './definitions.ts'
import { looseIn } from './loose.ts'
import type { ClauseUses, Definition, TermCell, TermFlag, TermRow, TermTable } from './types.ts'
import { termKey, usesOf } from './uses.ts'
import { wordForm } from './word-forms.ts'

/** Names that have so much of their words in common, or definitions so much of theirs, are of one thing. Set by reading; see SPEC.md. */
const NEAR_NAMES = 0.65
const NEAR_DEFINITIONS = 0.6
const MIN_DEFINITION_WORDS = 8

type Draft = { readonly keys: Set<string>; readonly definitions: Definition[][] }

/** The defined terms of one text, or of several side by side: definitions, uses, and what is amiss (TM1–TM13). Pure and deterministic. */
export function termTable(texts: readonly ClauseText[]): TermTable {
  const definitions = texts.map(definitionsIn)
  const drafts = rowsOf(texts, definitions)
  const keys = drafts.map(({ keys: own }) => [...own])
  const flat = keys.flatMap((own, row) => own.map((key) => ({ key, row })))
  const uses = texts.map((text, column) => {
    const capital = flat.map(({ row }) => drafts[row]?.definitions.flat().every(({ term }) => /^\p{Lu}/u.test(term)) === true)
    const found = usesOf(text, flat.map(({ key }) => key), (term, { capital: written, small }) => capital[term] === true && written > 0 && written >= small)
    return drafts.map((draft, row) => outside(merged(found.filter((_, i) => flat[i]?.row === row)), draft.definitions[column] ?? []))
  })
  const rows = drafts.map(({ definitions: own }, row): TermRow => {
    const cells = texts.map((_, column) => cellOf(own[column] ?? [], uses[column]?.[row] ?? []))
    const isDefined = cells.map((cell) => cell.definitions.length > 0)
    // Drafts differ in whether a definition begins with a capital.
    const terms = own.flat().map(({ term }) => term).filter((term, i, all) => all.findIndex((other) => other.toLowerCase() === term.toLowerCase()) === i)
    const named = new Set(own.flatMap((of, column) => of.map(({ term }) => termKey(term, texts[column]?.settings.language ?? 'en'))))
    return { terms, cells: cells.map((cell, column) => (isDefined[column] === true || cell.count === 0 ? cell : { ...cell, flags: ['undefined'] })), differs: differ(own), near: named.size > 1 }
  })
  return { rows, loose: texts.map((text, column) => looseIn(text, definitions[column] ?? [])) }
}

function cellOf(definitions: readonly Definition[], uses: readonly ClauseUses[]): TermCell {
  const count = uses.reduce((sum, { places }) => sum + places.length, 0)
  const flags: TermFlag[] = []
  if (definitions.length > 0 && count === 0) flags.push('unused')
  // Two articles may each define a term for themselves.
  const scopes = definitions.map(({ scope }) => scope)
  if (new Set(scopes).size < scopes.length) flags.push('defined-twice')
  return { definitions, uses, count, flags }
}

function rowsOf(texts: readonly ClauseText[], definitions: readonly (readonly Definition[])[]): readonly Draft[] {
  const drafts: Draft[] = []
  for (const [column, own] of definitions.entries()) {
    const { language } = texts[column]?.settings ?? { language: 'en' }
    for (const definition of own) {
      const key = termKey(definition.term, language)
      const known = drafts.find(({ keys }) => keys.has(key)) ?? nearest(drafts, definition, { column, language })
      const draft = known ?? { keys: new Set<string>(), definitions: texts.map((): Definition[] => []) }
      if (known === undefined) drafts.push(draft)
      draft.keys.add(key)
      draft.definitions[column]?.push(definition)
    }
  }
  return drafts
}

/** The row of another text's term that is nearly the same: by its name, or by its definition (TM11). */
function nearest(drafts: readonly Draft[], definition: Definition, { column, language }: Readonly<{ column: number; language: ClauseText['settings']['language'] }>): Draft | undefined {
  const words = wordNumbers(language)
  const likeness = ({ definitions }: Draft): number =>
    Math.max(0, ...definitions.flat().map((other) => {
      const names = sharedWords(words(definition.term), words(other.term))
      if (names >= NEAR_NAMES && segment(definition.term).filter(isWord).length > 1) return 1 + names
      const [one, two] = [bodyOf(definition), bodyOf(other)]
      if (Math.min(countWords(one), countWords(two)) < MIN_DEFINITION_WORDS || definition.manner !== other.manner) return 0
      const bodies = sharedWords(words(one), words(two))
      return bodies >= NEAR_DEFINITIONS ? bodies : 0
    }))
  const rivals = drafts.filter(({ definitions }) => definitions[column]?.length === 0).map((draft) => ({ draft, likeness: likeness(draft) }))
  return rivals.filter((rival) => rival.likeness > 0).toSorted((one, other) => other.likeness - one.likeness)[0]?.draft
}

/** The definition without its term. */
const bodyOf = ({ term, wording }: Definition): string => wording.replace(term, '')

/** Numbers the word forms of texts in one language. */
function wordNumbers(language: ClauseText['settings']['language']): (text: string) => Int32Array {
  const numbers = new Map<string, number>()
  return (text) =>
    Int32Array.from(segment(text).filter(isWord), (word) => {
      const form = wordForm(word, language)
      const number = numbers.get(form) ?? numbers.size
      numbers.set(form, number)
      return number
    })
}

/** Whether two texts define a term otherwise: by wording, its name and its signs apart. */
function differ(definitions: readonly (readonly Definition[])[]): boolean {
  const first = definitions.flatMap((own) => own.slice(0, 1))
  const [base, ...others] = first.map(bodyOf)
  if (base === undefined) return false
  return others.some((other) => {
    const { runs } = redline(base, other)
    return runs.some((run) => isWordingChange(run) && /[\p{L}\p{N}]/u.test(run.text))
  })
}

/** All uses of the names of one term, clause by clause. */
function merged(found: readonly (readonly ClauseUses[])[]): readonly ClauseUses[] {
  if (found.length === 1) return found[0] ?? []
  const byClause = new Map<ClauseUses['clause'], { from: number; to: number }[]>()
  for (const { clause, places } of found.flat()) byClause.set(clause, [...(byClause.get(clause) ?? []), ...places].sort((one, other) => one.from - other.from))
  return [...byClause].map(([clause, places]) => ({ clause, places }))
}

/** Leaves out the places where the term is defined. */
function outside(uses: readonly ClauseUses[], definitions: readonly Definition[]): readonly ClauseUses[] {
  return uses.flatMap(({ clause, places }) => {
    const own = definitions.filter((definition) => definition.clause === clause)
    const left = places.filter(({ from, to }) => !own.some((definition) => from < definition.to && definition.from < to))
    return left.length === 0 ? [] : [{ clause, places: left }]
  })
}
