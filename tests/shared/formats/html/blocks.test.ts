import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Blocks } from '#shared/formats/html/blocks.ts'

const marked = ({ units }: Blocks): readonly string[] =>
  units.flatMap(({ rich }) => rich.spans.map(({ from, to, mark }) => `${mark}:${rich.text.slice(from, to)}`))

test('[FM19] a block holds its words, its line and its emphasis', () => {
  const blocks = new Blocks()
  blocks.text('  measures, ', 3)
  blocks.openMark('em')
  blocks.text('inter\n alia', 4)
  blocks.closeMark('em')
  blocks.text(', by law', 4)
  blocks.end(null, true)
  expect(blocks.units).toMatchObject([{ rich: { text: 'measures, inter alia, by law' }, line: 3, gap: true, heading: null }])
  expect(marked(blocks)).toEqual(['em:inter alia'])
})

test('[FM19] a mark that stays open goes on in the next block', () => {
  const blocks = new Blocks()
  blocks.text('a ', 1)
  blocks.openMark('em')
  blocks.openMark('em')
  blocks.text('b', 1)
  blocks.end(null, false)
  blocks.text('c', 1)
  blocks.closeMark('em')
  blocks.text(' d', 1)
  blocks.closeMark('em')
  blocks.closeMark('em')
  blocks.text(' e', 1)
  blocks.end(null, true)
  expect(marked(blocks)).toEqual(['em:b', 'em:c d'])
})

test('[FM19] what is bold throughout is not marked', () => {
  const blocks = new Blocks()
  blocks.openMark('strong')
  blocks.text('Article 1', 1)
  blocks.closeMark('strong')
  blocks.end(2, true)
  expect(marked(blocks)).toEqual([])
  expect(blocks.units[0]?.heading).toBe(2)
})

test('[FM20] the label of a list stands before the words unless they print one', () => {
  const withMarker = (marker: string, words: string): string => {
    const blocks = new Blocks()
    blocks.marker(marker)
    blocks.text(words, 1)
    blocks.end(null, true)
    return blocks.units[0]?.rich.text ?? ''
  }
  expect(withMarker('1.', 'Each Party')).toBe('1. Each Party')
  expect(withMarker('1.', '(a) Each Party')).toBe('(a) Each Party')
  expect(withMarker('– ', 'the Convention')).toBe('– the Convention')
  expect(withMarker('– ', '• the Convention')).toBe('• the Convention')
})

test('[FM19] spans lie inside their blocks whatever comes', () => {
  const step = fc.constantFrom('em', 'strong', '/em', '/strong', 'end', ' ', 'word', '\n')
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const blocks = new Blocks()
      for (const one of steps) {
        if (one === 'em' || one === 'strong') blocks.openMark(one)
        else if (one === '/em') blocks.closeMark('em')
        else if (one === '/strong') blocks.closeMark('strong')
        else if (one === 'end') blocks.end(null, true)
        else blocks.text(one, 1)
      }
      blocks.end(null, true)
      for (const { rich } of blocks.units) {
        expect(rich.spans.every(({ from, to }) => from >= 0 && from < to && to <= rich.text.length)).toBe(true)
      }
    }),
  )
})
