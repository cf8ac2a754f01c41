import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, isSaved, joins, opensText, paper, putsCaretBehind, readTheSame, readsLine, readsPage, sees, type Person } from './support/people.ts'

/** How a text came to read as it does, and the way back, in real browsers. The chapters build on each other. */
describe('the history of a text', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let drafter: Person
  let textPath: string
  let issued: readonly string[] = []
  const page = () => chair.page.locator('.history__page')
  const timeline = () => chair.page.getByRole('navigation', { name: 'Timeline' })
  const slider = () => chair.page.getByRole('slider', { name: 'Moment of the text' })

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    await bringsIn(chair, { path: resolve('server/samples/rolling-text.txt'), kind: 'rolling', title: 'Rolling text', submitter: '' })
    drafter = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' }), 'Tomas Lind')
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  test('the chair issues a version; a drafter edits, removes and moves', async () => {
    await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    textPath = chair.page.url()
    issued = await readsPage(chair)
    await chair.page.goto(new URL('/', house.url).href)
    await chair.page.getByRole('button', { name: 'Actions for Rolling text' }).click()
    await chair.page.getByRole('menuitem', { name: 'Issue a version' }).click()
    await chair.page.getByRole('dialog').getByLabel('Document symbol').fill('A/AC.1/L.1')
    await chair.page.getByRole('dialog').getByRole('button', { name: /Issue/ }).click()
    await chair.page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await chair.page.getByRole('dialog').waitFor({ state: 'detached' })
    await opensText(drafter, textPath)
    await putsCaretBehind(drafter, 'This Convention shall apply')
    await drafter.page.keyboard.type(' without exception')
    await putsCaretBehind(drafter, 'Protection of sovereignty')
    await drafter.page.getByRole('button', { name: 'Delete this clause' }).click()
    await putsCaretBehind(drafter, 'This Convention shall also apply')
    await drafter.page.keyboard.press('Alt+ArrowUp')
    await isSaved(drafter)
    expect(await readsPage(drafter)).toHaveLength(issued.length - 1)
  })

  test('the history tells who did it, and shows the text as it stood with what was changed', async () => {
    await opensText(chair, textPath)
    await chair.page.getByRole('button', { name: 'History' }).click()
    await chair.page.getByRole('menuitem', { name: 'History of the text' }).click()
    await sees(() => timeline().innerText()).toContain('Tomas Lind (Republic of Merinda)')
    await sees(() => page().locator('ins').allInnerTexts()).toContain('without exception ')
    expect(await timeline().innerText()).toContain('Version A/AC.1/L.1')
    expect(await page().locator('[data-what="removed"]').innerText()).toContain('Protection of sovereignty')
    expect(await page().locator('[data-what="moved"]').innerText()).toContain('This Convention shall also apply')
    for (const colorScheme of ['light', 'dark'] as const) {
      await chair.page.emulateMedia({ colorScheme })
      await chair.page.locator(`:root[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      await expectAccessible(chair.page, `history, ${colorScheme}`)
    }
    await chair.page.emulateMedia({ colorScheme: 'light' })
  })

  test('the slider goes through the moments by keyboard and says where it is; playing stops at the end', async () => {
    expect(await slider().getAttribute('aria-valuetext')).toContain('Tomas Lind (Republic of Merinda)')
    await slider().focus()
    await chair.page.keyboard.press('Home')
    await sees(() => slider().getAttribute('aria-valuetext')).toContain('as brought in')
    await sees(async () => (await page().locator('[data-what]').count()) === 0 && (await page().innerText()).includes('Protection of sovereignty')).toBe(true)
    expect(await chair.page.getByRole('button', { name: 'Play' }).count(), 'less motion was asked for').toBe(0)
    await chair.page.emulateMedia({ reducedMotion: 'no-preference' })
    await chair.page.getByRole('button', { name: 'Play' }).click()
    await sees(async () => (await slider().inputValue()) === (await slider().getAttribute('max'))).toBe(true)
    await chair.page.getByRole('button', { name: 'Play' }).waitFor()
    await chair.page.emulateMedia({ reducedMotion: 'reduce' })
  })

  test('a clause’s own history is reached from the caret, and shows each change of it', async () => {
    await opensText(chair, textPath)
    await putsCaretBehind(chair, 'This Convention shall apply without')
    await chair.page.getByRole('button', { name: 'History' }).click()
    await chair.page.getByRole('menuitem', { name: 'History of the clause at the caret' }).click()
    await sees(() => timeline().locator('ins').allInnerTexts()).toEqual(['without exception '])
    expect(await timeline().getByRole('heading').innerText()).toMatch(/^History of Article 3\(\d\)$/)
    await expectAccessible(chair.page, 'history of a clause')
  })

  test('a version is opened from the desk, with its numbers held, and compared with the text as it now stands', async () => {
    await chair.page.goto(new URL('/', house.url).href)
    await chair.page.getByRole('link', { name: 'A/AC.1/L.1', exact: true }).click()
    await sees(() => chair.page.locator('.history__head').innerText()).toContain('Numbers as held under A/AC.1/L.1.')
    await sees(() => page().locator('[data-clause]').count()).toBe(issued.length)
    await chair.page.getByRole('button', { name: 'Compare with now' }).click()
    await chair.page.locator('.redline-row').first().waitFor()
    expect(await chair.page.locator('.redline-page ins').allTextContents()).toContain('without exception ')
    await chair.page.goBack()
    await page().waitFor()
  })

  test('the version is restored while the drafter types: both read it, nothing typed is lost, and there is a way forward', async () => {
    await putsCaretBehind(drafter, 'Illegal access')
    await chair.page.getByRole('button', { name: 'Restore this wording…' }).click()
    await expectAccessible(chair.page, 'asking before restoring')
    await drafter.page.context().setOffline(true) // typed without knowing of the restoration
    await drafter.page.keyboard.type(' to any system')
    await chair.page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click()
    await chair.page.getByText('The text reads again as it did.').waitFor()
    await drafter.page.context().setOffline(false)
    await sees(() => readsLine(drafter, 'Protection of sovereignty')).not.toBe('')
    await isSaved(drafter)
    await opensText(chair, textPath)
    await readTheSame(chair, drafter)
    expect((await readsPage(chair)).map((line) => line.replace(' to any system', ''))).toEqual(issued)
    expect(await readsLine(chair, 'Illegal access')).toContain('to any system')
    await chair.page.goto(`${textPath}/history`)
    await sees(() => timeline().innerText()).toContain('Went back to A/AC.1/L.1')
    expect(await clauseWith(drafter, 'without exception').count()).toBe(0)
    expect([...chair.faults, ...drafter.faults], 'faults on a page').toEqual([])
  })
})
