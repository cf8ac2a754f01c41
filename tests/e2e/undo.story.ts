import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolve } from 'node:path'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, invites, joins, opensText, paper, putsCaretBehind, readsLine, readsPage, readTheSame, sees, selects, type Person } from './support/people.ts'

const NOTHING = 'Nothing was left to undo'

describe('undo by two people', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let drafter: Person

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    await bringsIn(chair, { path: resolve('server/samples/rolling-text.txt'), kind: 'rolling', title: 'Rolling text', submitter: '' })
    drafter = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' }), 'Tomas Lind')
    await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    await opensText(drafter, chair.page.url())
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  test('a move is taken back in one step, also after the other wrote beside it', async () => {
    const before = await readsPage(chair)
    await putsCaretBehind(chair, 'This Convention shall also apply')
    await chair.page.keyboard.press('Alt+ArrowUp')
    await readTheSame(chair, drafter)
    await putsCaretBehind(drafter, 'Scope of application')
    await drafter.page.keyboard.type(' here')
    await readTheSame(chair, drafter)
    await chair.page.keyboard.press('Control+z')
    await sees(() => readsPage(chair)).toEqual(before.map((line) => line.replace('Scope of application', 'Scope of application here')))
  })

  test('words that both deleted come back once, and whoever finds nothing left to undo is told', async () => {
    for (const person of [chair, drafter]) await selects(person, 'Illegal access')
    await Promise.all([chair, drafter].map(({ page }) => page.keyboard.press('Delete')))
    await sees(async () => (await readsPage(chair)).join('\n')).not.toContain('Illegal access')
    await readTheSame(chair, drafter)
    await chair.page.keyboard.press('Control+z')
    await sees(() => readsLine(drafter, 'Illegal access')).toContain('Illegal access')
    await readTheSame(chair, drafter)
    await drafter.page.keyboard.press('Control+z')
    await drafter.page.getByText(NOTHING).waitFor()
    await expectAccessible(drafter.page, 'a page that says an undo found nothing')
    await readTheSame(chair, drafter)
    expect(await readsLine(chair, 'Illegal access')).not.toMatch(/Illegal access.*Illegal access/)
    await drafter.page.keyboard.type('x')
    await sees(() => drafter.page.getByText(NOTHING).count()).toBe(0)
    for (const { faults } of [chair, drafter]) expect(faults).toEqual([])
  })
})
