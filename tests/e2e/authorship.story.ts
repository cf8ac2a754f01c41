import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, isSaved, joins, opensText, paper, putsCaretBehind, readTheSame, readsLine, sees, type Person } from './support/people.ts'

/** Who wrote these words, when, and in which delegation's name: on the page, through moves and splits, and after a crash. */
describe('who wrote this', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let tomas: Person
  let berit: Person

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    await bringsIn(chair, { path: resolve('server/samples/rolling-text.txt'), kind: 'rolling', title: 'Rolling text of the session', submitter: '' })
    tomas = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' }), 'Tomas Lind')
    berit = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Kingdom of Halvard' }), 'Berit Aas')
    await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    for (const person of [tomas, berit]) await opensText(person, chair.page.url())
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  const view = ({ page }: Person) => page.getByRole('region', { name: 'Who wrote this' })
  const line = (person: Person) => view(person).getByRole('status').textContent()
  /** The marked words of each clause, those of one delegation together, with its place in the legend. */
  const marked = (person: Person) =>
    paper(person)
      .locator('.written-words')
      .evaluateAll((all) => {
        const lines: { clause: Element | null; colour: string | null; words: string }[] = []
        for (const element of all) {
          const [clause, colour, words] = [element.closest('[data-clause]'), element.getAttribute('data-colour'), element.textContent ?? '']
          const last = lines.at(-1)
          if (last?.clause === clause && last.colour === colour) last.words += words
          else lines.push({ clause, colour, words })
        }
        return lines.map(({ colour, words }) => `${colour}:${words}`)
      })

  test('two delegations write in one clause; one splits it, the other moves a part; each word keeps its hand', async () => {
    await putsCaretBehind(tomas, 'This Convention shall apply')
    await tomas.page.keyboard.type(' at all times')
    await sees(() => clauseWith(berit, 'at all times').count()).toBe(1)
    await putsCaretBehind(berit, 'at all times')
    await berit.page.keyboard.type(' and in all places')
    await sees(() => clauseWith(tomas, 'and in all places').count()).toBe(1)
    await putsCaretBehind(tomas, 'at all times and in')
    await tomas.page.keyboard.press('Enter')
    await sees(() => readsLine(berit, 'all places')).toMatch(/^(?:\d\. +)?all places/)
    await putsCaretBehind(berit, 'all places')
    await berit.page.keyboard.press('Alt+ArrowUp')
    await Promise.all([isSaved(tomas), isSaved(berit)])
    await readTheSame(tomas, berit)

    await chair.page.getByRole('button', { name: 'Who wrote this' }).click()
    await sees(() => marked(chair)).toEqual(['1: all places', '0: at all times', '1: and in'])
    const legend = view(chair).getByRole('list')
    await legend.getByText('Republic of Merinda').waitFor()
    await legend.getByText('Kingdom of Halvard').waitFor()
    await legend.getByText('brought in by').waitFor()
  })

  test('pointing at words, or the caret in them, says whose they are and since when', async () => {
    await paper(chair).locator('.written-words', { hasText: 'all places' }).hover()
    await sees(() => line(chair)).toMatch(/^Kingdom of Halvard · Berit Aas · \d+ \w+ 2\d{3}, \d\d:\d\d$/)
    await chair.page.mouse.move(2, 2)
    await putsCaretBehind(chair, 'at all times')
    await sees(() => line(chair)).toMatch(/^Republic of Merinda · Tomas Lind · /)
    await chair.page.keyboard.press('Home')
    await sees(() => line(chair)).toMatch(/as it was brought in$/)
    await expectAccessible(chair.page, 'who wrote this')
    await chair.page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(chair.page, 'who wrote this, dark')
    await chair.page.emulateMedia({ colorScheme: 'light' })
  })

  test('it follows the typing, one’s own and that of others, and goes away by its key', async () => {
    await tomas.page.keyboard.press('Alt+Shift+W')
    await putsCaretBehind(tomas, 'at all times')
    await tomas.page.keyboard.type(', always')
    await sees(() => line(tomas)).toMatch(/^Republic of Merinda · Tomas Lind · /)
    await sees(() => marked(chair)).toContain('0: at all times, always')
    await sees(() => marked(tomas)).toContain('0: at all times, always')
    await tomas.page.keyboard.press('Alt+Shift+W')
    await sees(() => marked(tomas)).toEqual([])
  })

  test('after the server was killed and started again it says the same', async () => {
    await isSaved(tomas)
    const before = await marked(chair)
    await house.kill()
    await house.restart()
    await chair.page.reload()
    await paper(chair).locator('[data-clause]').first().waitFor()
    await chair.page.keyboard.press('Alt+Shift+W')
    await sees(() => marked(chair)).toEqual(before)
    expect([...chair.faults, ...tomas.faults, ...berit.faults], 'faults on a page').toEqual([])
  })
})
