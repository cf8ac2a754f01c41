import type { Language } from '#shared/clauses/index.ts'
import { foldSpelling } from '#shared/compare/index.ts'
import { unreachable } from '#shared/kernel/index.ts'

const RUSSIAN_ENDING = /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|иям|ии|ия|ию|ие|ий|ах|ях|ов|ев|ей|ой|ый|ая|яя|ое|ее|ые|ым|им|ом|ем|ам|ям|ую|юю|а|я|о|е|ы|и|у|ю|ь|й)$/u
const ARABIC_MARKS = /[\u064B-\u065F\u0670\u0640]/gu
const ARABIC_LEAD = /^(?:[وف])?(?:[بكل])?(?:ال|لل)/u
const ARABIC_ENDING = /(?:ات|ين|ون|ية|ة|ه)$/u

/** Cuts the inflexions that a term takes in running text, in `language`. Endings alone, no dictionary: irregular plurals stay apart. */
export function wordForm(word: string, language: Language): string {
  const plain = foldSpelling(word).toLowerCase().replace(/['’ʼ](?:s|)$/u, '')
  switch (language) {
    case 'en':
      return singular(plain)
    case 'fr':
      return withoutElision(plain).replace(/(?<=\p{L}{3})[sx]$/u, '')
    case 'es':
      return plain.length > 3 ? plain.replace(/(?<=[lnrdj])es$|s$/u, '').replace(/ió(?=n$)/u, 'io') : plain
    case 'ru':
      return plain.length > 4 ? plain.replace(RUSSIAN_ENDING, '') : plain
    case 'ar':
      return plain.replace(ARABIC_MARKS, '').replace(ARABIC_LEAD, '').replace(ARABIC_ENDING, '')
    case 'zh':
      return plain
    default:
      return unreachable(language)
  }
}

/** "l’environnement", "d’impact" are two words, the first of a letter or two. */
const ELISION = /^(?:[cdjlmnst]|qu)['’ʼ](?=\p{L})/iu
const withoutElision = (word: string): string => word.replace(ELISION, '')
/** How many signs of a French word stand before the word proper. */
export const elisionIn = (word: string, language: Language): number => (language === 'fr' ? (ELISION.exec(word)?.[0].length ?? 0) : 0)

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/u.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.replace(/(?<=s|x|z|ch|sh)es$|s$/u, '')
}
