import type { Language } from '#shared/clauses/index.ts'

/** Enough of a text to tell its language by, in characters. */
const SAMPLE = 20_000

const FREQUENT: Readonly<Record<'en' | 'fr' | 'es', RegExp>> = {
  en: /\b(?:the|of|and|shall|to|in)\b/giu,
  fr: /\b(?:le|la|les|des|du|et|de|à|aux)\b/giu,
  es: /\b(?:el|la|los|las|del|y|de|en|que)\b/giu,
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The official language in which `text` is most likely written: by its script, else by its most frequent words. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const letters = countOf(sample, /\p{L}/gu)
  if (countOf(sample, /\p{Script=Han}/gu) * 4 > letters && letters > 0) return 'zh'
  if (countOf(sample, /\p{Script=Arabic}/gu) * 2 > letters) return 'ar'
  if (countOf(sample, /\p{Script=Cyrillic}/gu) * 2 > letters) return 'ru'
  const scores = (['en', 'fr', 'es'] as const).map((language) => ({ language, score: countOf(sample, FREQUENT[language]) }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).language
}
