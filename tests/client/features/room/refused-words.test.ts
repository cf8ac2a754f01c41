import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { refusedWords } from '#client/features/room/refused-words.ts'
import { insertedWords, toldLines } from '#client/features/room/told-lines.ts'
import { mergeReport, standingOf } from '#shared/document/index.ts'
import { copyOf, draftWith } from '#tests/support/drafts.ts'
import { article, par, UN_ENGLISH } from '#tests/support/treaty.ts'

const BASIS = { settings: UN_ENGLISH, held: null }
const draft = () => draftWith(article('Purpose', par('The Parties shall consult.'), par('They shall report.')))

/** Where `words` begin in the body, in which a marker counts one. */
function placeOf(doc: Y.Doc, words: string): number {
  let at = 0
  for (const { insert } of doc.getText('body').toDelta() as { insert: unknown }[]) {
    const found = typeof insert === 'string' ? insert.indexOf(words) : -1
    if (found !== -1) return at + found
    at += typeof insert === 'string' ? insert.length : 1
  }
  throw new Error(`"${words}" is not in the body`)
}

test('refused words are told against the text as it now is, whatever the others have done since', () => {
  const start = draft()
  const [server, mine] = [copyOf(start, 2), copyOf(start, 3)]
  mine.getText('body').insert(placeOf(mine, 'consult'), 'promptly ')
  server.getText('body').insert(placeOf(server, 'consult'), 'always ')
  server.getText('body').insert(placeOf(server, 'report'), 'also ')
  const before = Y.encodeStateAsUpdate(server)
  const { lines, text } = refusedWords(Y.encodeStateAsUpdate(mine), server, BASIS)
  expect(lines.map(({ citation, mine: doing }) => [citation, doing?.runs.filter(({ kind }) => kind !== 'keep')])).toEqual([['Article 1(1)', [{ kind: 'insert', text: 'promptly ' }]]])
  expect(insertedWords(lines)).toBe(1)
  expect(text.clauses.map((clause) => clause.text)).toContain('They shall also report.')
  expect(Y.encodeStateAsUpdate(server)).toEqual(before)
})

test('words that the text already says are no longer missing', () => {
  const server = draft()
  const mine = copyOf(server, 3)
  mine.getText('body').insert(placeOf(mine, 'consult'), 'promptly ')
  const state = Y.encodeStateAsUpdate(mine)
  Y.applyUpdate(server, state)
  expect(refusedWords(state, server, BASIS).lines).toEqual([])
})

test('a line is cited where it stands, or where it stood, and long unchanged stretches are left out', () => {
  const doc = draftWith(article('Purpose', par(`Before. ${'word '.repeat(100)}The end.`), par('Second.')))
  const base = standingOf(doc)
  const local = { ...base, clauses: base.clauses.map((clause) => (clause.text.startsWith('Before') ? { ...clause, text: `${clause.text} Added.` } : clause)) }
  const merged = { ...local, clauses: local.clauses.filter(({ text }) => text !== 'Second.') }
  const states = { base, local, merged, rescued: [] }
  const [first, second] = toldLines(mergeReport(states), states, BASIS)
  const kept = first?.mine?.runs.find(({ kind }) => kind === 'keep')?.text ?? ''
  expect(kept).toMatch(/^….*The end\.$/)
  expect(kept.length).toBeLessThan(70)
  expect([first?.verdict, first?.target]).toEqual(['mine', first?.id])
  expect(second).toMatchObject({ verdict: 'theirs', citation: 'Article 1(2)', target: null, theirs: { deeds: ['removed'] } })
})
