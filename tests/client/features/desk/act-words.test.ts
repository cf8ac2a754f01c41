import i18next from 'i18next'
import { expect, test } from 'vitest'
import { actWords } from '#client/features/desk/act-words.ts'
import { en } from '#client/messages/index.ts'
import type { JournalLine } from '#shared/api/index.ts'

const line = (act: string): JournalLine => ({ id: 1, at: '', by: 'A', delegation: '', act, subject: 'Draft & more', textId: null })

test('an act has words, one of a later version is named as it is', async () => {
  await i18next.init({ lng: 'en', ns: ['messages'], defaultNS: 'messages', resources: { en: { messages: en } }, interpolation: { escapeValue: false } })
  expect(actWords(line('text-brought-in'), i18next.t)).toBe('brought in “Draft & more”')
  expect(actWords(line('text-translated'), i18next.t)).toBe('text-translated: Draft & more')
})
