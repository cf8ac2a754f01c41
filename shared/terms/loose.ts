import { isDivision, type ClauseText } from '#shared/clauses/index.ts'
import { isWord, segment } from '#shared/compare/index.ts'
import { setApartIn } from './definitions.ts'
import type { ClauseUses, Definition, Loose } from './types.ts'
import { termKey, tokensOf } from './uses.ts'

/** Written so often with capitals, an expression looks defined. */
const MIN_CAPITALS = 2
/** Joins two words with capitals to one name. */
const JOINS = /^\s+(?:(?:and|et|y)\s+|(?:of|for|on|de|du|des|del|la)\s+(?:the\s+|la\s+|les\s+|l['’])?)?$/u
/** Words that have a capital because something begins with them. */
const LEADING = /^(?:The|In|If|An?|Where|When|For|Each|Any|No|Such|All)$/u
/** What treaties write with capitals as a matter of course, and names of instruments. */
const USUAL =
  /^(?:the|in|if|where|when|for|an?|each|any|such|all|upon|having|this|these|el|en|le|les?|la|со|accords?|acuerdos?|соглашени\p{L}*|nations unies|naciones unidas|nos?|articles?|(?:annex|part|chapter|section|titre|partie|annexe|anexo|parte|часть|приложени\p{L})(?:es)?\s?[ivx]*|parts?|chapters?|sections?|paragraphs?|states?|state parties|state party|states parties|party|parties|member states?|conventions?|protocols?|agreements?|treat(?:y|ies)|regulations?|united nations|general assembly|january|february|march|april|may|june|july|august|september|october|november|december|english|french|arabic|chinese|russian|spanish|government|secretary-general|états?(?: parties)?|parties|partie|estados?(?: partes?)?|partes?|государств\p{L}*|организаци\p{L}* объединенных наций|стат\p{L}+|i{1,3}|iv|vi{0,3}|ix|x)$|^united nations|\b(?:convention|protocol|covenant|charter|treaty|declaration|resolution|agreement|convenci[oó]n|convenio|конвенци\p{L}*)\b/iu

/** What a text uses as if it were defined, though it is not: set apart by quotation marks, or by capitals inside sentences (TM10). */
export function looseIn(text: ClauseText, definitions: readonly Definition[]): readonly Loose[] {
  const { language } = text.settings
  const defined = new Set(definitions.map(({ term }) => termKey(term, language)))
  const found = new Map<string, { words: string; sign: Loose['sign']; uses: Map<string, ClauseUses & { places: { from: number; to: number }[] }>; count: number }>()
  const note = (clause: ClauseUses['clause'], place: Readonly<{ from: number; to: number; words: string; sign: Loose['sign'] }>): void => {
    const key = termKey(place.words, language)
    if (key === '' || defined.has(key) || !segment(place.words).some((part) => isWord(part) && /\p{L}{2}/u.test(part))) return
    const known = found.get(key) ?? { words: place.words, sign: place.sign, uses: new Map(), count: 0 }
    if (place.sign === 'quoted') known.sign = 'quoted'
    known.count++
    const uses = known.uses.get(clause) ?? { clause, places: [] }
    uses.places.push({ from: place.from, to: place.to })
    known.uses.set(clause, uses)
    found.set(key, known)
  }
  for (const clause of text.clauses) {
    for (const { term, from, to, open, close } of setApartIn(clause)) if (close > to) note(clause.id, { from, to: Math.max(to, open), words: term, sign: 'quoted' })
    if (isDivision(clause.kind)) continue
    for (const place of capitalsIn(clause.text, language)) note(clause.id, { ...place, sign: 'capitals' })
  }
  return [...found.values()]
    .filter(({ sign, count }) => sign === 'quoted' || count >= MIN_CAPITALS)
    .map(({ words, sign, uses, count }): Loose => ({ words, sign, uses: [...uses.values()], count }))
    .sort((one, other) => other.count - one.count)
}

/** Runs of words with capitals that stand inside sentences. */
function capitalsIn(text: string, language: ClauseText['settings']['language']): readonly Readonly<{ from: number; to: number; words: string }>[] {
  const runs: { from: number; to: number }[] = []
  let isOpen = false
  for (const { from, to, isCapital, isFirst } of tokensOf(text, language)) {
    const last = runs.at(-1)
    if (!isCapital || isFirst || LEADING.test(text.slice(from, to)) || (to - from < 2 && last === undefined)) {
      if (isFirst || !/^(?:and|of|for|on|the|de|du|des|del|la|et|y)$/u.test(text.slice(from, to))) isOpen = false
      continue
    }
    if (isOpen && last !== undefined && JOINS.test(text.slice(last.to, from))) last.to = to
    else runs.push({ from, to })
    isOpen = true
  }
  return runs.map(({ from, to }) => ({ from, to, words: text.slice(from, to) })).filter(({ words }) => !USUAL.test(words.replace(/['’]s?$/u, '')))
}
