// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DeskScreen, type DeskDialogs, type DeskPlaces } from '#client/features/desk/index.ts'
import type { DeskView } from '#shared/api/index.ts'
import { show, useScreens } from '#tests/support/screen.tsx'
import { chapter, desk, draft, member } from './desk.ts'

useScreens()
const begun: string[] = []
const begin = (what: string) => () => void begun.push(what)
const dialogs: DeskDialogs = {
  bringIn: begin('bring-in'),
  invite: begin('invite'),
  managePeople: begin('people'),
  editChapters: begin('chapters'),
  describe: ({ title }) => void begun.push(`describe ${title}`),
  issueVersion: ({ title }) => void begun.push(`issue ${title}`),
  renumber: ({ title }) => void begun.push(`renumber ${title}`),
  freeze: ({ title }) => void begun.push(`freeze ${title}`),
}
const places: DeskPlaces = { text: (id) => `/t/${id}`, history: (id) => `/t/${id}/history`, provenance: (id) => `/t/${id}/provenance`, terms: (id) => `/terms?text=${id}`, picker: (id) => `/compare/${id ?? ''}`, comparison: (id) => `/c/${id}` }
const showDesk = (view: DeskView) => show(<DeskScreen desk={view} places={places} dialogs={dialogs} sample={null} onSample={() => undefined} />)

test('an empty desk offers the chair both ways to begin', async () => {
  const hands = showDesk(desk(member()))
  await hands.click(screen.getByRole('button', { name: /^Bring in a text/ }))
  expect(begun).toEqual(['bring-in'])
  expect(screen.getByRole('button', { name: /^Start from the sample negotiation/ })).toBeTruthy()
})

test('a drafter may bring in a text, and cannot start the sample', () => {
  showDesk(desk(member({ role: 'drafter', delegation: 'Arvania' })))
  expect(screen.queryByRole('button', { name: /sample/ })).toBeNull()
  expect(screen.getByRole('button', { name: /^Bring in a text/ })).toBeTruthy()
})

test('a reader of an empty desk has nothing to press', () => {
  showDesk(desk(member({ role: 'reader', delegation: 'Press' })))
  expect(screen.queryAllByRole('button')).toEqual([])
  expect(screen.getByText(/will appear here/)).toBeTruthy()
})

const rolling = draft({ kind: 'rolling', title: 'Rolling text', articles: 66, heldUnder: 'A/AC.291/22', versions: [{ id: 'v1', ordinal: 1, symbol: 'A/AC.291/22', note: '', contentHash: 'x', issuedBy: 'Amina', issuedAt: '2026-11-20T10:00:00Z', journalHead: '0123456789abcdef'.repeat(4) }] })
const late = draft({ title: 'Draft of Arvania', submitter: 'Arvania', receivedOn: '2026-11-09', chapterIds: ['a'] })
const full = (me = member()) => desk(me, { texts: [rolling, late], chapters: [chapter('a', '2026-11-02'), chapter('b', '2026-12-28')], members: [me, member({ name: 'Boris', delegation: 'Arvania', role: 'delegate', here: false })] })

test('the rolling text shows its figures, its held numbering and its versions', () => {
  showDesk(full())
  const card = screen.getByRole('region', { name: 'Rolling text' })
  expect(within(card).getByText('66')).toBeTruthy()
  expect(within(card).getByText(/Numbering held under A\/AC.291\/22/)).toBeTruthy()
  expect(within(card).getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(`/t/${rolling.id}`)
  expect(within(card).getByRole('link', { name: 'Compare' }).getAttribute('href')).toBe(`/compare/${rolling.id}`)
})

test('a version shows the beginning of the journal’s head, with a button that copies all of it', async () => {
  const copied: string[] = []
  const execCommand = () => copied.push(document.querySelector('textarea')?.value ?? '') > 0 // jsdom has no clipboard
  Object.assign(document, { execCommand })
  const hands = showDesk(full())
  const button = screen.getByRole('button', { name: /Copy the journal head of A\/AC.291\/22/ })
  expect(button.textContent).toContain('01234567…')
  await hands.click(button)
  expect(copied).toEqual(['0123456789abcdef'.repeat(4)])
  expect(await screen.findByText('The journal head is copied')).toBeTruthy()
})

test('the roadmap says in words who was late, who is awaited', () => {
  showDesk(full())
  const rows = within(screen.getByRole('table')).getAllByRole('row').map((row) => row.textContent)
  expect(rows[1]).toMatch(/Chapter a1 late.*21 days ago.*late$/s)
  expect(rows[2]).toMatch(/Chapter b1 awaited.*in 35 days.*awaited$/s)
})

test('the menu of a text holds what one may do with it', async () => {
  const hands = showDesk(full())
  await hands.click(screen.getByRole('button', { name: 'Actions for Rolling text' }))
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Compare with another text', 'Provenance', 'Defined terms', 'History', 'Change its description', 'Issue a version', 'Renumber', 'Freeze'])
  await hands.click(screen.getByRole('menuitem', { name: 'Renumber' }))
  expect(begun.at(-1)).toBe('renumber Rolling text')
})

test('a reader compares, studies and reads the history, and nothing else; people are shown, not managed', async () => {
  const hands = showDesk(full(member({ role: 'reader', delegation: 'Press', name: 'Rita' })))
  await hands.click(screen.getByRole('button', { name: 'Actions for Rolling text' }))
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Compare with another text', 'Provenance', 'Defined terms', 'History'])
  expect(screen.queryByRole('button', { name: /Invite|Members|Edit chapters|Bring in/ })).toBeNull()
  expect(screen.getByRole('img', { name: 'away' })).toBeTruthy()
})
