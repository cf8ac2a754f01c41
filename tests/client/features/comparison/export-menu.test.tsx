// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ExportMenu } from '#client/features/comparison/ExportMenu.tsx'
import type { ComparisonView } from '#shared/api/index.ts'
import { compareTexts } from '#shared/compare/index.ts'
import { comparisonJson } from '#shared/exports/index.ts'
import { show, useScreens } from '#tests/support/screen.tsx'
import { article, countingIds, textOf } from '../../../shared/compare/texts.ts'

useScreens()

const side = (title: string, words: string, prefix: number) => ({
  ref: { textId: title, versionId: null },
  title,
  versionLabel: 'A/1',
  pinnedAt: '2026-11-25T10:00:00.000Z',
  contentHash: `hash of ${title}`,
  text: textOf(article('Scope', words), countingIds(prefix)),
  held: null,
})

test.each([
  ['Page to read and print (HTML)', 'Ours – Theirs A B.html', /^<!doctype html>[^]*hash of Ours[^]*<del>shall<\/del><ins>may<\/ins>/],
  ['Data (JSON)', 'Ours – Theirs A B.json', /"hash": "hash of Theirs: A\/B"/],
  ['Correlation table (CSV)', 'Ours – Theirs A B.csv', /\r\nArticle 1,Scope,Article 1,Scope,one-to-one,/],
])('%s is saved under a name that says what was compared, with what was pinned', async (choice, name, content) => {
  const pinned = { id: 'k1', negotiationId: 'n1', base: side('Ours', 'Each Party shall adopt measures.', 1), revised: side('Theirs: A/B', 'Each Party may adopt measures.', 2), corrections: [] } as unknown as ComparisonView
  const saved: Blob[] = []
  const named: string[] = []
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: () => undefined }) // jsdom has neither
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    named.push(this.download)
  })
  show(<ExportMenu pinned={pinned} comparison={compareTexts(pinned.base.text, pinned.revised.text)} />)
  await userEvent.click(screen.getByRole('button', { name: 'Export' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: choice }))
  expect(named).toEqual([name])
  const [text] = await Promise.all(saved.map((blob) => blob.text()))
  expect(text).toMatch(content)
  expect(choice !== 'Data (JSON)' || comparisonJson.safeParse(JSON.parse(text ?? '')).success).toBe(true)
  clicks.mockRestore()
})
