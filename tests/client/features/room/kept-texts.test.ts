import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { forgetUnreadable, withKept } from '#client/features/room/kept-texts.ts'
import { openKept, type Kept } from '#client/platform/index.ts'
import { standingOf } from '#shared/document/index.ts'
import { copyOf, draftWith } from '#tests/support/drafts.ts'
import { par } from '#tests/support/treaty.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const start = draftWith(par('The Parties shall consult.'))
const keyOf = (textId: string) => ({ memberId: 'm1', textId })

/** Keeps a copy of the draft for text `textId`, with words in it that were not sent when `words` says which. */
async function keeps(kept: Kept, textId: string, { words = '', knowsBase = true } = {}): Promise<void> {
  const doc = copyOf(start, 7)
  const base = standingOf(doc)
  if (words !== '') doc.getText('body').insert(5, words)
  const note = { writer: 'w', serial: 's', unsent: 1, title: 'A title', at: '2026-11-24' }
  const { epoch, generation } = await kept.read(keyOf(textId))
  const unsent = words === '' ? { note: null, base: null } : { note, base: knowsBase ? base : null }
  await kept.write(keyOf(textId), { update: Y.encodeStateAsUpdate(doc), writer: 'w', epoch, generation, ...unsent })
}

test('copies of texts that one may no longer read go; of unsent words one\'s own stay, without the text', async () => {
  const kept = await openKept('ana')
  await keeps(kept, 'readable')
  await keeps(kept, 'closed')
  await keeps(kept, 'written', { words: 'MINE ' })
  await keeps(kept, 'unknown', { words: 'MINE ', knowsBase: false })
  await forgetUnreadable('ana', ({ textId }) => textId === 'readable')
  const left = new Map((await kept.list()).map((text) => [text.textId, text]))
  expect([...left.keys()].sort((one, other) => one.localeCompare(other))).toEqual(['readable', 'unknown', 'written'])
  expect((await kept.read(keyOf('written'))).updates).toEqual([])
  const [aside] = left.get('written')?.asides ?? []
  expect(aside).toMatchObject({ because: 'not-found', title: 'A title', unsent: 1, state: null })
  expect(aside?.words.trim()).toMatch(/MINE/)
  expect(aside?.words).not.toContain('consult')
  // Where one's own words cannot be told from the rest, nothing is thrown away.
  expect(left.get('unknown')).toMatchObject({ unsent: 1 })
})

test('where the browser keeps nothing there is nothing to do', async () => {
  globalThis.indexedDB = { open: () => { throw new DOMException('no storage', 'SecurityError') } } as unknown as IDBFactory
  expect(await withKept('ana', (kept) => kept.list())).toBeNull()
  await forgetUnreadable('ana', () => false)
})
