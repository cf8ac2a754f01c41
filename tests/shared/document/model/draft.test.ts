import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLAUSE_KINDS, MAX_DEPTH, parseClauseId, type Clause, type ClauseText } from '#shared/clauses/index.ts'
import { readDraft, readMeta, seedDraft } from '#shared/document/index.ts'
import { countedIds, paragraphs } from '../desk.ts'

const spanned = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('em' as const, 'strong' as const)), { maxLength: 3 }))
  .map(([text, marks]) => {
    // Whole characters only, and what stands under one mark is one span where it touches.
    const bounds = [0]
    for (const character of text) bounds.push((bounds.at(-1) ?? 0) + character.length)
    const spans = (['em', 'strong'] as const).flatMap((mark) => {
      const covered = new Set<number>()
      for (const [a, b, own] of marks) {
        const ends = [bounds[a % bounds.length] ?? 0, bounds[b % bounds.length] ?? 0].sort((x, y) => x - y)
        if (own === mark) for (let at = ends[0] ?? 0; at < (ends[1] ?? 0); at++) covered.add(at)
      }
      const found: { from: number; to: number; mark: 'em' | 'strong' }[] = []
      for (const at of [...covered].sort((x, y) => x - y)) {
        const last = found.at(-1)
        if (last?.to === at) last.to = at + 1
        else found.push({ from: at, to: at + 1, mark })
      }
      return found
    })
    return { text, spans: spans.sort((a, b) => a.from - b.from || a.to - b.to) }
  })

const anyText: fc.Arbitrary<ClauseText> = fc
  .record({
    title: fc.string(),
    settings: fc.record({ style: fc.constantFrom('un' as const, 'coe' as const), language: fc.constantFrom('ar' as const, 'en' as const), articleWord: fc.option(fc.string()) }),
    clauses: fc.array(fc.tuple(spanned, fc.constantFrom(...CLAUSE_KINDS), fc.nat(MAX_DEPTH), fc.option(fc.string())), { minLength: 1, maxLength: 6 }),
  })
  .map(({ title, settings, clauses }) => {
    const newId = countedIds()
    return { title, settings, clauses: clauses.map(([{ text, spans }, kind, depth, number]): Clause => ({ id: newId(), kind, depth, number, text, spans })) }
  })

const seeded = (text: ClauseText): Y.Doc => {
  const doc = new Y.Doc()
  seedDraft(doc, text)
  return doc
}

describe('a draft', () => {
  test('[DC6] that is seeded reads as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readDraft(seeded(text))).toEqual(text)
      }),
    )
  })

  test('[DC1] reads the same when it has travelled', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const other = new Y.Doc()
        Y.applyUpdate(other, Y.encodeStateAsUpdate(seeded(text)))
        expect(readDraft(other)).toEqual(text)
      }),
      { numRuns: 30 },
    )
  })

  test('[DC6] is seeded once, with at least one clause, and every id once', () => {
    const text = paragraphs(['one'])
    expect(() => seedDraft(seeded(text), text)).toThrow('seeded once')
    expect(() => seedDraft(new Y.Doc(), { ...text, clauses: [] })).toThrow('at least one clause')
    expect(() => seedDraft(new Y.Doc(), { ...text, clauses: [...text.clauses, ...text.clauses] })).toThrow('two clauses with the id')
  })

  test('[DC1] of which nothing is there reads as empty', () => {
    expect(readDraft(new Y.Doc())).toEqual({ title: '', settings: { style: 'un', language: 'en', articleWord: null }, clauses: [] })
  })

  test('[DC1] is read whatever stands in it, and reading writes nothing', () => {
    const doc = seeded(paragraphs(['one', 'two']))
    const entry = doc.getMap('clauses').get('c_0000000000')
    if (!(entry instanceof Y.Map)) throw new Error('no entry')
    entry.set('kind', 'from a later version')
    entry.set('depth', -3)
    entry.set('number', 7)
    doc.getMap('clauses').set('c_0000000001', 'no entry')
    doc.getMap('meta').set('style', 'roman')
    doc.getArray('moves').push(['no move', null, 5])
    const body = doc.getText('body')
    body.insertEmbed(2, { clause: 'c_0000000001' })
    body.insertEmbed(3, { clause: 'no id' })
    const before = Y.encodeStateAsUpdate(doc)
    expect(readDraft(doc).clauses.map(({ id, kind, depth, number, text }) => [id, kind, depth, number, text])).toEqual([
      ['c_0000000000', 'text', 0, null, 'o'],
      ['c_0000000001', 'text', 0, null, '\ufffcnetwo'],
    ])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(parseClauseId('no id')).toBe(null)
  })

  test('a draft in Arabic runs from right to left', () => {
    const text = paragraphs(['x'])
    expect(readMeta(seeded({ ...text, settings: { ...text.settings, language: 'ar' } })).direction).toBe('rtl')
    expect(readMeta(seeded(text))).toEqual({ title: 'Draft', direction: 'ltr', settings: text.settings })
  })
})
