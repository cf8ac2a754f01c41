import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, isSaved, joins, opensText, paper, putsCaretBehind, readTheSame, readsPage, sees, type Person } from './support/people.ts'

/** What one drafter typed while another removed the clause: nobody loses it, and somebody decides. */
describe('words typed into a clause that somebody removes', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let drafter: Person
  let textPath: string

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    await bringsIn(chair, { path: resolve('server/samples/rolling-text.txt'), kind: 'rolling', title: 'Rolling text of the session', submitter: '' })
    drafter = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' }), 'Tomas Lind')
    await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    textPath = chair.page.url()
    await opensText(drafter, textPath)
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  const badge = ({ page }: Person) => page.getByRole('button', { name: /passages? rescued/ })
  const tray = ({ page }: Person) => page.getByRole('region', { name: 'Rescued words' })

  /** The drafter types `typed` behind `words` while the line is down, and the chair deletes that clause. */
  async function typesWhileRemoved(words: string, typed: string): Promise<void> {
    await drafter.page.context().setOffline(true)
    await drafter.page.locator('.saved-state[data-state="offline"]').waitFor()
    await putsCaretBehind(drafter, words)
    await drafter.page.keyboard.type(typed)
    await putsCaretBehind(chair, words)
    await chair.page.getByRole('button', { name: 'Delete this clause' }).click()
    await sees(() => clauseWith(chair, words).count()).toBe(0)
    await isSaved(chair)
    await drafter.page.context().setOffline(false)
    await isSaved(drafter)
  }

  test('they are offered to both, with who wrote them, where they stood, and who removed the clause', async () => {
    await typesWhileRemoved('This Convention shall apply', ' from the day of its entry into force')
    for (const person of [chair, drafter]) {
      await sees(() => badge(person).allTextContents()).toEqual(['1 passage rescued'])
      const card = tray(person).getByRole('listitem')
      await card.getByText('from the day of its entry into force').waitFor()
      await card.getByText(/^Was in Article \d+\(1\)$/).waitFor()
      await card.getByText(/Tomas Lind, Republic of Merinda, \d+ \w+ \d+/).waitFor()
      await card.getByText(/The clause was removed by Ines Duarte/).waitFor()
    }
    await badge(chair).click()
    await sees(() => chair.page.evaluate(() => document.activeElement?.textContent)).toBe('Rescued words')
    await expectAccessible(chair.page, 'the tray of rescued words')
    await chair.page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(chair.page, 'the tray of rescued words, dark')
    await chair.page.emulateMedia({ colorScheme: 'light' })
  })

  test('put back by the keyboard with their clause they stand once, for both, and the tray is empty', async () => {
    await chair.page.keyboard.press('Tab')
    await chair.page.keyboard.press('Enter')
    for (const person of [chair, drafter]) {
      await sees(async () => (await readsPage(person)).filter((line) => line.includes('from the day of its entry into force')).length).toBe(1)
      await sees(() => badge(person).count()).toBe(0)
    }
    expect(await clauseWith(chair, 'from the day of its entry into force').textContent()).toMatch(/^This Convention shall apply from the day of its entry into force,? /)
    await readTheSame(chair, drafter)
    await chair.page.getByRole('button', { name: /^Undo/ }).click()
    await sees(() => badge(drafter).count()).toBe(1)
    await chair.page.getByRole('button', { name: /^Redo/ }).click()
    await sees(() => badge(drafter).count()).toBe(0)
    await isSaved(chair)
  })

  test('dismissed by one they leave the tray of all, which the journal says, and can be brought back', async () => {
    await typesWhileRemoved('from the day of its entry into force', ', whatever happens')
    await tray(drafter).getByRole('button', { name: 'Dismiss' }).click()
    for (const person of [chair, drafter]) await sees(() => badge(person).count()).toBe(0)
    const desk = await chair.page.context().newPage()
    await desk.goto(new URL('/', house.url).href)
    await desk.getByText(/dismissed the rescued words “, whatever happens”/).waitFor()
    await desk.close()
    await tray(chair).getByText('1 passage dismissed').click()
    await tray(chair).getByText(/^Dismissed by Tomas Lind, Republic of Merinda/).waitFor()
    await tray(chair).getByRole('button', { name: 'Bring back to the tray' }).click()
    for (const person of [chair, drafter]) await sees(() => badge(person).count()).toBe(1)
  })

  test('put back by themselves they are a clause at the place of the one that stays removed', async () => {
    await tray(chair).getByRole('button', { name: 'Put back these words only' }).click()
    for (const person of [chair, drafter]) {
      await sees(() => badge(person).count()).toBe(0)
      expect((await readsPage(person)).filter((line) => line.includes('whatever happens'))).toEqual([expect.stringMatching(/^1\. , whatever happens$/)])
    }
    await readTheSame(chair, drafter)
    expect([...chair.faults, ...drafter.faults], 'faults on a page').toEqual([])
  })
})
