import { ancestorsOf, parentsOf, subtreeEnd, type Clause, type ClauseText } from '#shared/clauses/index.ts'
import { DEFINITIONS, FORMULAS, INTRODUCES, QUOTED, UNQUOTED_SHORT } from './formulas.ts'
import type { Definition, Manner } from './types.ts'

/** An expression that a clause sets apart: by quotation marks, `open` and `close` with them, or by italics at its head. */
export type SetApart = Readonly<{ term: string; from: number; to: number; open: number; close: number }>

/** “the Committee” is the term "Committee". */
const ARTICLE = /^(?:the|la|las|le|les|el|los)\s+|^l['’]/iu

/** What `clause` has in quotation marks, in order; what it has in italics at its head comes first. */
export function setApartIn({ text, spans }: Clause): readonly SetApart[] {
  return marked({ text, spans }).map(({ term, from, ...rest }) => {
    const bare = term.replace(ARTICLE, '')
    return { ...rest, term: bare, from: from + term.length - bare.length }
  })
}

function marked({ text, spans }: Pick<Clause, 'text' | 'spans'>): readonly SetApart[] {
  const head = spans.find(({ from, mark }) => from === 0 && mark === 'em')
  const italic = head === undefined ? [] : [{ term: text.slice(0, head.to), from: 0, to: head.to, open: 0, close: head.to }]
  const quoted = [...text.matchAll(QUOTED)].map((match) => {
    const term = match.slice(1).find((group) => group !== undefined) ?? ''
    const from = match.index + match[0].indexOf(term)
    return { term, from, to: from + term.length, open: match.index, close: match.index + match[0].length }
  })
  return [...italic, ...quoted]
}

type Found = SetApart & Readonly<{ manner: Manner }>

/** The definitions of a text, in reading order (TM1–TM5). */
export function definitionsIn({ clauses, settings }: ClauseText): readonly Definition[] {
  const formulas = FORMULAS[settings.language]
  const parents = parentsOf(clauses)
  return clauses.flatMap((clause, index) => {
    const found = foundIn(clause, formulas, () => settings.language === 'fr' && isAmongDefinitions(clauses, parents, index))
    return found.map(({ term, from, to, open, manner }, i): Definition => {
      // A heading defines nothing below it; a definition that several terms share is the same for each.
      const next = found.slice(i + 1).find((other) => !sharesDefinition(clause.text, { open, to }, other.open))
      const own = manner === 'hereinafter' ? clause.text : clause.text.slice(open, next?.open)
      const limbs = next === undefined && manner === 'means' ? clauses.slice(index + 1, subtreeEnd(clauses, index)).map(({ text }) => text) : []
      const above = ancestorsOf(parents, index)
      const lead = clause.text.slice(0, open) + (clauses[above[0] ?? -1]?.text ?? '')
      const article = above.find((at) => clauses[at]?.kind === 'article')
      const scope = article !== undefined && formulas.narrow.test(lead) ? (clauses[article]?.id ?? null) : null
      return { term, clause: clause.id, from, to, manner, wording: [own.trim(), ...limbs].join('\n'), scope }
    })
  })
}

function foundIn(clause: Clause, { says, leads, short }: (typeof FORMULAS)[keyof typeof FORMULAS], isAmong: () => boolean): Found[] {
  const { text } = clause
  const found = setApartIn(clause).flatMap((one): Found[] => {
    const [before, after] = [text.slice(0, one.open), text.slice(one.close)]
    if (says.test(after) || leads?.test(before) === true) return [{ ...one, manner: 'means' }]
    if (short.test(before) && (!before.endsWith('(') || /^\s*\)/u.test(after))) return [{ ...one, manner: 'hereinafter' }]
    // French lists of definitions have no verb: « Convention » la Convention des Nations Unies …
    return before.trim() === '' && isAmong() ? [{ ...one, manner: 'means' }] : []
  })
  for (const match of text.matchAll(UNQUOTED_SHORT)) {
    const term = match[1] ?? ''
    const from = match.index + match[0].length - term.length
    found.push({ term, from, to: from + term.length, open: from, close: from + term.length, manner: 'hereinafter' })
  }
  return found.sort((one, other) => one.open - other.open)
}

/** Whether only "or", "and" or a comma stands between two terms: “freezing” or “seizure”. */
const sharesDefinition = (text: string, { to }: Readonly<{ open: number; to: number }>, open: number): boolean => /^["“”»’」\s]*(?:[,，،]|or|and|ou|et|o|y|или|и|或|和|أو|و)?\s*$/iu.test(text.slice(to, open))

/** Whether the clause stands in a list of definitions, as the heading of its article or the words before the list say. */
function isAmongDefinitions(clauses: readonly Clause[], parents: readonly number[], index: number): boolean {
  if (clauses[index]?.kind === 'definition') return true
  const above = ancestorsOf(parents, index).map((at) => clauses[at])
  return above.some((clause) => clause !== undefined && (clause.kind === 'article' ? DEFINITIONS.test(clause.text) : INTRODUCES.test(clause.text)))
}
