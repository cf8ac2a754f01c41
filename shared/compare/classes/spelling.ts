import { foldSpelling } from '../fold.ts'
import { isGuard } from '../guards.ts'
import { WHOLE_WORDS } from './forms.ts'

/** Endings that change a word's form and not its matter, longest first; `-er`, `-or`, `-ee` make another person, and stay. */
const ENDINGS: readonly (readonly [ending: string, rest: string])[] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['ifications', 'ify'],
  ['ification', 'ify'],
  ['ations', 'ate'],
  ['ation', 'ate'],
  ['itions', 'it'],
  ['ition', 'it'],
  ["'s", ''],
  ["s'", ''],
  ['sses', 'ss'],
  ['xes', 'x'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['ed', ''],
  ['s', ''],
]
const SHORTEST_STEM = 3

/**
 * Endings that make a noun of a verb, or an adverb of an adjective ("prevention", "enforcement", "compliance", "jointly"), and
 * the verb's own "-ing" and "-ate". In the spelling that `spellingOf` gives. Cut where what is left can be a word.
 */
const LONG_ENDINGS: readonly (readonly [ending: RegExp, shortest: number])[] = [
  [/at(?:es?|ings?)?$/v, 5],
  [/(?<=[aeiouy].*)ings?$/v, 3],
  [/(?<=[st])ions?$/v, 5],
  [/ments?$/v, 5],
  [/[ae]n[cs]es?$/v, 5],
  [/ly$/v, 5],
]

/** Variant spellings of long words, British and American, classical and simplified (as in names of substances). */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/ise(?=$|[ds])/v, 'ize'],
  [/isa(?=t)/v, 'iza'],
  [/ising/v, 'izing'],
  [/yse/v, 'yze'],
  [/our(?!s?e|ce|t|n)/v, 'or'],
  [/ph/gv, 'f'],
  [/th/gv, 't'],
  [/[ao]e/gv, 'e'],
  [/œ|æ/gv, 'e'],
  [/gue(?=$)/v, 'g'],
  [/ogram(?:me)/v, 'ogram'],
  [/gement/v, 'gment'],
  [/c(?=e$|es$)/v, 's'],
  [/re(?=$)/v, 'er'],
  [/(?<letter>[b-df-hj-np-tv-xz])\k<letter>/gv, '$<letter>'],
  [/(?<=[b-df-hj-np-tv-xz])y(?=[b-df-hj-np-tv-xz])/gv, 'i'],
  [/ks|cs|x/gv, 'x'],
]
const SHORTEST_VARIANT = 6

/** `word` in one spelling of all its variants, in lower case, without accents; its ending kept. */
export function spellingOf(word: string): string {
  const plain = foldSpelling(word).toLowerCase().normalize('NFD').replaceAll(/(?<=\p{Script=Latin})\p{M}+/gv, '').replaceAll('ß', 'β')
  if (plain.length < SHORTEST_VARIANT || !/^[\-'a-zœæ]+$/v.test(plain)) return plain
  return VARIANTS.reduce((spelt, [variant, form]) => spelt.replace(variant, form), plain)
}

const WHOLE: ReadonlySet<string> = new Set(WHOLE_WORDS.map((word) => spellingOf(word)))

/** What the forms of an English word have in common: "keep", "keeps", "prohibited", "prohibition". */
export function stemOf(spelling: string): string {
  if (!/^[\-'a-z0-9]*[a-z]{3,}(?:'s|s')?$/v.test(spelling)) return spelling
  let stem = spelling
  for (const [ending, rest] of ENDINGS)
    if (stem.endsWith(ending) && stem.length - ending.length + rest.length >= SHORTEST_STEM && !/(?:ss|us|is)$/v.test(stem)) {
      stem = stem.slice(0, stem.length - ending.length) + rest
      break
    }
  let isCut = false
  if (!WHOLE.has(stem)) for (const [ending, shortest] of LONG_ENDINGS) {
    const cut = stem.replace(ending, '')
    if (cut === stem || cut.length < shortest) continue
    stem = cut
    isCut = true
    break
  }
  const plain = stem.replace(/(?<=.{3})e$/v, '').replace(/(?<=.{3})i$/v, 'y').replace(/(?<letter>[b-df-hj-np-tv-z])\k<letter>$/v, '$<letter>')
  // "Enforce" is spelt "enforse" beside "enforcement"; "note" must not become "not".
  if (plain.length <= SHORTEST_STEM && isGuard(plain)) return spelling
  return /[cs]e$/v.test(stem) || isCut ? plain.replace(/c$/v, 's') : plain
}

/** Words a letter or two apart that mean different things in law: never one a misprint of the other. */
const NO_MISPRINTS: ReadonlySet<string> = new Set(
  `prescribe proscribe prescribed proscribed payer payee retain detain affect effect access excess assess principal principle causal casual conservation conversation
  martial marital trail trial untied united judicial juridical country county counsel council personal personnel statute statue convention convection remission emission permission omission commission
  collusion collision ensure insure adopt adapt national rational employer employee licensor licensee lessor lessee mandatory mandator importer exporter import export imports exports
  intrastate interstate immigration emigration immigrant emigrant contract contrast policy police policies polices alternate precede proceed precedes proceeds indirect direct regular irregular
  legal illegal lawful unlawful material immaterial relevant irrelevant internal external national international bilateral unilateral trilateral minority majority minor major
  quality equality legality illegality formal informal dependent independent form from effective defective active inactive valid invalid able unable`.split(/\s+/v),
)
const LONG_WORD = 6
const VERY_LONG_WORD = 9

/** Whether one of two words may be the other misprinted: long, a letter apart (two in a very long one, or the same ones in another order), not another word or its opposite. */
export function isMisprintOf(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < LONG_WORD || NO_MISPRINTS.has(short) || NO_MISPRINTS.has(long)) return false
  if (!/^[\-a-z]+$/v.test(one) || !/^[\-a-z]+$/v.test(other)) return false
  let [front, back] = [0, 0]
  while (front < short.length && short[front] === long[front]) front++
  while (back < short.length - front && short.at(-1 - back) === long.at(-1 - back)) back++
  const apart = long.length - front - back
  const swapped = apart === 2 && short.length === long.length && short[front] === long[front + 1] && short[front + 1] === long[front]
  const isReordered = apart > 2 && apart <= MAX_REORDERED && short.length === long.length && short.length >= VERY_LONG_WORD && lettersOf(short) === lettersOf(long)
  // A beginning that differs is a prefix ("un-", "il-"), an ending another person or thing ("-er", "-ee").
  return front >= 2 && back >= 1 && (apart <= 1 || swapped || isReordered || (apart === 2 && short.length >= VERY_LONG_WORD && long.length > short.length))
}
/** Letters at one place that a hand put in another order. */
const MAX_REORDERED = 4
const lettersOf = (word: string): string => Array.from(word).sort().join('')
