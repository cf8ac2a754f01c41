import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOf } from '#shared/document/model/format.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { piecesLength } from '#shared/document/model/piece.ts'
import { attrsOf, clauseOf, formatOfMarks, idOf, inlineOf, marksOfFormat, nodeOf, nodeType } from '#shared/document/model/projection.ts'
import { entryOf, rootsOf } from '#shared/document/yjs/roots.ts'
import { draftSchema } from '#shared/document/editor/schema.ts'
import { draftWith } from '../../../support/drafts.ts'
import { idNamed, named, numbered, par } from '../../../support/treaty.ts'
import { anyPieces } from '../arbitraries.ts'

test('[DC8] formatting of any name stays what it is, also of one that every object has', () => {
  const anyAttrs = fc.dictionary(fc.constantFrom('em', 'b:1', '__proto__', 'constructor'), fc.constantFrom<unknown>(true, false, 'x', { by: 'Fiji' }))
  fc.assert(
    fc.property(anyAttrs, (attrs) => {
      const format = formatOf(attrs)
      expect(formatOfMarks(marksOfFormat(draftSchema, format)).key).toBe(format.key)
    }),
  )
})

test('[DC8] the order in which marks were set does not matter', () => {
  const [em, strong] = [draftSchema.mark('em'), draftSchema.mark('strong')]
  expect(formatOfMarks([em, strong])).toBe(formatOfMarks([strong, em]))
  const [one, two] = ['b:1', 'b:2'].map((name) => draftSchema.mark('unknownMark', { name, value: '"x"' }))
  expect(one && two && formatOfMarks(two.addToSet([one]))).toBe(formatOf({ 'b:1': 'x', 'b:2': 'x' }))
})

test('a clause node is as long as its content has units, so that offsets agree', () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      expect(inlineOf(draftSchema, pieces).size).toBe(piecesLength(pieces))
    }),
  )
})

test('a clause is its head with the words of all its segments, in the editor as for a reader', () => {
  const doc = draftWith(named('one', numbered('4 bis', par('The Parties'))), par(' shall'))
  entryOf(rootsOf(doc).clauses, idNamed('2'))?.set('joined', '<')
  const [block] = new DraftModel(doc).blocks
  if (!block) throw new Error('the draft has a clause')
  const node = nodeOf(draftSchema, block)
  const { text, spans, ...standing } = clauseOf(block)
  expect([node.textContent, node.attrs, spans]).toEqual([text, { ...standing, unknownKind: null }, []])
  expect([attrsOf(block), text]).toEqual([{ id: idNamed('one'), kind: 'paragraph', unknownKind: null, depth: 0, number: '4 bis' }, 'The Parties shall'])
})

test('a node without a clause id has none, and a node that the schema lacks is named', () => {
  for (const id of [null, '', 'one', 7]) expect(idOf(draftSchema.node('clause', { id }))).toBeNull()
  expect(() => nodeType(draftSchema, 'table')).toThrow('table')
})
