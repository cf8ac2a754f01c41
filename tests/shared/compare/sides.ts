import type { ClauseText } from '#shared/clauses/index.ts'
import { frameOf, type Frame } from '#shared/compare/frame.ts'
import { Lexicon } from '#shared/compare/lexicon.ts'
import { Pairing } from '#shared/compare/pairing.ts'
import type { Sides } from '#shared/compare/sides.ts'

/** Two texts as alignment sees them, numbers as written by hand, and a pairing without pairs. */
export function sidesOf(base: ClauseText, revised: ClauseText): Readonly<{ sides: Sides; pairing: Pairing }> {
  const lexicon = new Lexicon()
  const numbersOf = ({ clauses }: ClauseText) => clauses.map(({ number }) => number ?? '')
  return {
    sides: {
      base: frameOf(base.clauses, lexicon),
      revised: frameOf(revised.clauses, lexicon),
      lexicon,
      numbers: { base: numbersOf(base), revised: numbersOf(revised) },
    },
    pairing: new Pairing(base.clauses.length, revised.clauses.length),
  }
}

/** The pairs found, as `[base text, revised text]`. */
export const pairedTexts = (pairing: Pairing, { base, revised }: Readonly<{ base: Frame; revised: Frame }>) =>
  base.clauses.flatMap(({ text }, i) => {
    const partner = revised.clauses[pairing.revisedOf(i)]
    return partner === undefined ? [] : [[text, partner.text]]
  })

export const SURE = { confidence: 1, reason: { rule: 'same-id' } } as const
