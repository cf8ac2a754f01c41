import { expect, test } from 'vitest'
import { partHeadings } from '#shared/formats/recognise/run-in.ts'
import { unitsOf } from '#shared/formats/text/lines.ts'

const parted = (...lines: readonly string[]): readonly string[] => partHeadings(unitsOf(lines.join('\n')).units).map(({ rich }) => rich.text)

test('[FM7] the next article, or one put in, run into the end of a line', () => {
  expect(parted('Regulation 4', 'It is so.] [Regulation 4 bis Rights', '1. They are. Regulation 5. Duties')).toEqual([
    'Regulation 4',
    'It is so.]',
    '[Regulation 4 bis Rights',
    '1. They are.',
    'Regulation 5. Duties',
  ])
})

test('[FM7] any other mention is a reference', () => {
  const lines = ['Article 4', 'It is so. Article 7 The Parties. Article 4 Applies. Regulation 5 Too. Article 5 applies.']
  expect(parted(...lines)).toEqual(lines)
})
