import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_DEPTH } from '#shared/clauses/index.ts'
import { labelAt } from '#shared/formats/recognise/label.ts'
import { Outline } from '#shared/formats/recognise/outline.ts'

type Seen = Readonly<{ opensList?: boolean; next?: string; inline?: boolean }>

/** The depths of labels read one after the other; `i<ii` is i before ii, `i:` i after a colon, `~b` b inside a line. */
function depths(...labels: readonly string[]): readonly (number | null)[] {
  const outline = new Outline()
  return labels.map((written) => {
    const [own = '', next = ''] = written.replace(/[:~]/gu, '').split('<')
    return place(outline, own, { opensList: written.includes(':'), next, inline: written.startsWith('~') })
  })
}

function place(outline: Outline, written: string, { opensList = false, next = '', inline = false }: Seen): number | null {
  const label = labelAt(written, 0)
  if (label === null) return null
  return outline.place(label, { opensList, next: next === '' ? [] : (labelAt(next, 0)?.readings ?? []), inline })
}

test('[FM11] paragraphs, subparagraphs, items', () => {
  expect(depths('1.', '(a):', '(b)', '(i):', '(ii)', '(c)', '2.')).toEqual([0, 1, 1, 2, 2, 1, 0])
})

test('[FM11] letters without numbered paragraphs above stand one below their chapeau', () => {
  expect(depths('a):', '(i):', '(ii)', 'b)')).toEqual([1, 2, 2, 1])
})

test('[FM11] two dresses of letters are two lists', () => {
  expect(depths('1.', 'a):', '(i):', '(ii)', 'a. :', 'b. ', 'b)')).toEqual([0, 1, 2, 2, 3, 3, 1])
})

test('[FM11] a list begun again ends the one before; gaps and suffixes go on', () => {
  expect(depths('1.', '(a):', '(b)', '(a)', '(b)')).toEqual([0, 1, 1, 1, 1])
  expect(depths('1.', '(a):', '(d)', '(d) bis', '(e)')).toEqual([0, 1, 1, 1, 1])
  expect(depths('(a):', '1.', '2.')).toEqual([1, 0, 0])
})

test('[FM12] the letter i and the numeral i', () => {
  const toH = ['1.', '(a):', '(b)', '(c)', '(d)', '(e)', '(f)', '(g)', '(h)']
  expect(depths(...toH, '(i)<(j)').at(-1)).toBe(1)
  expect(depths(...toH, '(i)<(ii)').at(-1)).toBe(2)
  expect(depths(...toH, '(i):').at(-1)).toBe(2)
  expect(depths(...toH, '(i)').at(-1)).toBe(1)
  expect(depths('1.', '(a):', '(i):', '(ii)', '(iii)', '(iv)', '(v)')).toEqual([0, 1, 2, 2, 2, 2, 2])
})

test('[FM13] inside a line only what goes on, or begins after a colon, is a label', () => {
  expect(depths('1.', '~3.')).toEqual([0, null])
  expect(depths('1.', '~2.')).toEqual([0, 0])
  expect(depths('1.', '~(a)')).toEqual([0, null])
  expect(depths('1.', '~(a):')).toEqual([0, 1])
  expect(depths('1.', '(a):', '~(c)')).toEqual([0, 1, null])
})

test('[FM16] closing words end what lies below the list that goes on', () => {
  const outline = new Outline()
  for (const label of ['1.', '(a)', '(i)', '(ii)']) place(outline, label, { opensList: true })
  expect(outline.closedBefore(labelAt('(b)', 0))).toBe(2)
  expect(outline.closedBefore(labelAt('2.', 0))).toBe(1)
  expect(outline.closedBefore(null)).toBe(1)
})

test('[FM11] a new division forgets all lists', () => {
  const outline = new Outline()
  place(outline, '1.', {})
  expect([outline.depth, outline.hasParagraphs]).toEqual([0, true])
  outline.clear()
  expect([outline.depth, outline.hasParagraphs]).toEqual([-1, false])
})

test('[FM11] depths stay within bounds, and never fall more than one below the depth before', () => {
  const written = fc.constantFrom('1.', '2.', '(a)', '(b)', '(i)', '(ii)', 'a)', 'a. ', '(A)', '(1)', '(v)', '2.1', '一、', '（一）')
  fc.assert(
    fc.property(fc.array(written), (labels) => {
      const outline = new Outline()
      let before = 0
      for (const label of labels) {
        const depth = place(outline, label, { opensList: true })
        expect(depth).not.toBeNull()
        expect(depth ?? -1).toBeLessThanOrEqual(Math.min(before + 1, MAX_DEPTH))
        before = depth ?? before
      }
    }),
  )
})
