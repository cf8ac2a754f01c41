import fc from 'fast-check'
import { chained, type ChainedEntry } from '#server/storage/journal/index.ts'
import type { JournalEntry } from '#server/storage/port.ts'

export const entryOf = (change: Partial<JournalEntry> = {}): JournalEntry => ({
  negotiationId: 'n1',
  at: '2026-11-24T10:00:00.000Z',
  memberId: 'm1',
  name: 'Ana Ferreira',
  delegation: 'Portugal',
  act: 'version-issued',
  subject: 'A/AC.291/22 · Rolling text',
  textId: 't1',
  digest: null,
  ...change,
})

/** Any words, those included that a database does not keep. */
export const anyWords = fc.string({ unit: fc.oneof(fc.constantFrom('a', 'é', '€', '😀', '"', '\\', '\n', '\0', '\uFEFF', '\uD83D'), fc.string({ minLength: 1, maxLength: 1 })), maxLength: 12 })

export const anyEntry: fc.Arbitrary<JournalEntry> = fc
  .record({ memberId: anyWords, name: anyWords, delegation: anyWords, act: anyWords, subject: anyWords, textId: fc.option(anyWords), digest: fc.option(anyWords) })
  .map(entryOf)

export function chainOf(entries: readonly JournalEntry[]): readonly ChainedEntry[] {
  const chain: ChainedEntry[] = []
  for (const entry of entries) chain.push(chained(entry, chain.at(-1) ?? null))
  return chain
}
