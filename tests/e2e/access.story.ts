import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { chairSignsUp, invites, isSaved, joins, opensText, paper, putsCaretBehind, readTheSame, readsLine, sees, type Person } from './support/people.ts'

/** What becomes of an open text when the line is lost, when one's role changes, and when one signs out. */
describe('access to an open text', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let drafter: Person
  let textPath: string

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    await chair.page.getByRole('button', { name: 'Start from the sample negotiation' }).click()
    await chair.page.getByRole('heading', { name: 'Texts' }).waitFor()
    drafter = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' }), 'Tomas Lind')
    await drafter.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(drafter).locator('[data-clause]').first().waitFor()
    textPath = drafter.page.url()
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  test('offline one goes on writing, the page says so, and what was written arrives when the line is back', async () => {
    await opensText(chair, textPath)
    await isSaved(drafter)
    await drafter.page.context().setOffline(true)
    await putsCaretBehind(drafter, 'Illegal access')
    await drafter.page.keyboard.type(', written offline')
    await drafter.page.getByText(/^offline, \d+ changes kept on this computer$/).waitFor()
    await putsCaretBehind(chair, 'Illegal interception')
    await chair.page.keyboard.type(', written meanwhile')
    await isSaved(chair)
    expect(await readsLine(chair, 'written offline')).toBe('')
    await drafter.page.context().setOffline(false)
    await isSaved(drafter)
    await sees(() => readsLine(chair, 'Illegal access, written offline')).not.toBe('')
    await sees(() => readsLine(drafter, 'Illegal interception, written meanwhile')).not.toBe('')
    await readTheSame(chair, drafter)
  })

  test('a change of role closes the open text and opens it again with the new rights', async () => {
    const changeRole = async (role: string) => {
      await chair.page.getByRole('button', { name: 'Members and invitations' }).click()
      await chair.page.getByRole('button', { name: 'Actions for Tomas Lind' }).click()
      await chair.page.getByRole('menuitem', { name: 'Change role or delegation' }).click()
      const dialog = chair.page.getByRole('dialog')
      await dialog.getByLabel('Role').selectOption(role)
      await dialog.getByRole('button', { name: 'Save' }).click()
      await chair.page.getByRole('button', { name: 'Actions for Tomas Lind' }).waitFor()
      await chair.page.keyboard.press('Escape')
    }
    await chair.page.goto(new URL('/', house.url).href)
    await changeRole('reader')
    await sees(() => paper(drafter).getAttribute('contenteditable')).toBe('false')
    await drafter.page.getByText('read only, live').waitFor()
    await changeRole('drafter')
    await sees(() => paper(drafter).getAttribute('contenteditable')).toBe('true')
    await putsCaretBehind(drafter, 'Illegal access')
    await drafter.page.keyboard.type(', and back')
    await isSaved(drafter)
  })

  test('signing out in one tab closes the text in the other', async () => {
    const other = await drafter.page.context().newPage()
    await other.goto(new URL('/', house.url).href)
    await other.getByRole('button', { name: /Tomas Lind/ }).click()
    await other.getByRole('menuitem', { name: 'Sign out' }).click()
    await other.getByRole('heading', { name: 'Sign in' }).waitFor()
    await drafter.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect([...chair.faults, ...drafter.faults], 'faults on a page').toEqual([])
  })
})
