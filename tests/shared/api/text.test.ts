import { describe, expect, test } from 'vitest'
import { bringInRequest, clauseField, clauseTextField, openThreadRequest } from '#shared/api/index.ts'
import type { ClauseText } from '#shared/clauses/index.ts'

const clause = { id: 'c_0123456789', kind: 'paragraph', depth: 0, number: null, text: 'Each State Party', spans: [{ from: 0, to: 4, mark: 'em' }] }

describe('a wording as it travels', () => {
  test('is taken as it is, and is a wording of the clause model', () => {
    const sent = { title: 'T', settings: { style: 'un', language: 'en', articleWord: null }, clauses: [clause] }
    const read: ClauseText = clauseTextField.parse(JSON.parse(JSON.stringify(sent)))
    expect(read).toEqual(sent)
  })

  test.each([
    ['an id that is none', { id: 'c_1' }],
    ['a kind that is none', { kind: 'stanza' }],
    ['a depth below nothing', { depth: -1 }],
    ['half a depth', { depth: 0.5 }],
    ['a mark that is none', { spans: [{ from: 0, to: 1, mark: 'blink' }] }],
    ['no text', { text: null }],
  ])('%s is refused', (_what, change) => {
    expect(clauseField.safeParse(clause).success).toBe(true)
    expect(clauseField.safeParse({ ...clause, ...change }).success).toBe(false)
  })
})

describe('requests about texts', () => {
  const request = { kind: 'rolling', title: ' Rolling ', submitter: '', receivedOn: '2026-11-23', chapterIds: [], language: null, file: { name: 't.txt', base64: 'YQ==' } }

  test('a text that is brought in has a title, a day and a file in base64', () => {
    expect(bringInRequest.parse(request).title).toBe('Rolling')
    for (const change of [{ title: ' ' }, { receivedOn: 'today' }, { kind: 'secret' }, { file: { name: '', base64: 'YQ==' } }, { file: { name: 't', base64: '!' } }]) {
      expect(bringInRequest.safeParse({ ...request, ...change }).success).toBe(false)
    }
  })

  test('a thread has an anchor within bounds and something to say', () => {
    const anchor = { clauseId: clause.id, quote: { exact: 'State', prefix: 'Each ', suffix: ' Party' }, offset: 5, place: null }
    const thread = { kind: 'comment', anchor, citation: 'Article 1', body: 'Why?' }
    expect(openThreadRequest.safeParse(thread).success).toBe(true)
    for (const change of [{ body: ' ' }, { kind: 'shout' }, { anchor: { ...anchor, offset: -1 } }, { anchor: { ...anchor, quote: { exact: '', prefix: '', suffix: '' } } }, { anchor: { ...anchor, clauseId: 'x' } }]) {
      expect(openThreadRequest.safeParse({ ...thread, ...change }).success).toBe(false)
    }
  })
})
