import fc from 'fast-check'
import { expect, test } from 'vitest'
import { threadFinder, threadLister } from '#client/features/review/found-threads.ts'
import type { ThreadView } from '#shared/api/index.ts'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { clauseAnchor, wordsAnchor, type Anchor, type AnchorGround } from '#shared/records/index.ts'

let drawn = 0
const newId = clauseIdsFrom((below) => (drawn = (drawn * 7 + 3) % 10_007) % below)
const clause = (text: string) => ({ id: newId(), text })
const thread = (id: string, anchor: Anchor): ThreadView => ({ id, textId: 't1', kind: 'comment', anchor, citation: 'Article 1', entries: [], resolved: null })

const [first, second, third] = [clause('Each State Party shall adopt measures.'), clause('A State Party may reserve.'), clause('Nothing shall be lost.')]
const onFirst = thread('first', clauseAnchor(first.id))
const onWords = thread('words', wordsAnchor(second, { from: 14, to: 25, place: null }))
const onGone = thread('gone', clauseAnchor(newId()))

test('threads stand in reading order, orphans last', () => {
  const found = threadFinder()([onGone, onWords, onFirst], { clauses: [first, second], spotOf: () => null })
  expect(found.map(({ thread: { id } }) => id)).toEqual(['first', 'words', 'gone'])
  expect(found.map(({ found: { state } }) => state)).toEqual(['clause', 'words', 'orphan'])
})

test('threads follow their clauses when these are moved', () => {
  const found = threadFinder()([onFirst, onWords], { clauses: [second, first], spotOf: () => null })
  expect(found.map(({ thread: { id } }) => id)).toEqual(['words', 'first'])
})

test('a thread is the same while its clause is, and is looked for again once its words change', () => {
  const find = threadFinder()
  const before = find([onFirst, onWords], { clauses: [first, second], spotOf: () => null })
  const changed = { ...first, text: `${first.text} Always.` }
  const after = find([onFirst, onWords], { clauses: [changed, second], spotOf: () => null })
  expect(after).toBe(before)
  const moved = find([onFirst, onWords], { clauses: [changed, { ...second, text: `Then ${second.text}` }], spotOf: () => null })
  expect(moved[0]).toBe(before[0])
  expect(moved[1]?.found).toEqual({ ...before[1]?.found, from: 19, to: 30, confidence: 'likely' })
})

test('a thread whose clause is gone is an orphan, and stands again when it is back', () => {
  const find = threadFinder()
  const states = [[first, second], [second], [first, second]].map((clauses) => find([onFirst], { clauses, spotOf: () => null })[0]?.found.state)
  expect(states).toEqual(['clause', 'orphan', 'clause'])
})

test('whatever changes, threads are found where a finder that starts anew finds them', () => {
  const places = fc.constantFrom('State Party', 'may reserve', 'Each', 'measures')
  const step = fc.record({ at: fc.nat(), what: fc.constantFrom('type', 'break', 'move', 'remove', 'quote'), words: places })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let clauses: readonly AnchorGround[] = [first, second, third]
      const threads = [onFirst, onWords, onGone, thread('each', wordsAnchor(first, { from: 0, to: 4, place: null }))]
      const find = threadFinder()
      for (const { at, what, words } of steps) {
        const index = at % clauses.length
        const now = clauses[index]
        if (now === undefined) break
        const others = clauses.toSpliced(index, 1)
        if (what === 'move') clauses = [...others, now]
        else if (what === 'remove') clauses = others.length === 0 ? clauses : others
        else {
          const text = what === 'type' ? `Then ${now.text}` : what === 'quote' ? `${now.text} ${words}` : now.text.replace(words, words.slice(1))
          clauses = clauses.with(index, { ...now, text })
        }
        const ground = { clauses, spotOf: () => null }
        expect(find(threads, ground)).toEqual(threadFinder()(threads, ground))
      }
    }),
  )
})

test('the margin lists the same threads while words only shift in their clause', () => {
  const [find, list] = [threadFinder(), threadLister()]
  const before = list(find([onFirst, onWords], { clauses: [first, second], spotOf: () => null }))
  const shifted = { ...second, text: `Then ${second.text}` }
  expect(list(find([onFirst, onWords], { clauses: [first, shifted], spotOf: () => null }))).toBe(before)
  expect(list(find([onFirst, onWords], { clauses: [first], spotOf: () => null }))).not.toBe(before)
})
