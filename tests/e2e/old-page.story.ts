import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Doc, Map as YMap } from 'yjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, newPerson, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { writesDirectly } from './support/newer-client.ts'
import { bringsIn, chairSignsUp, clauseWith, isSaved, opensText, paper, putsCaretBehind, readsPage, sees, type Person } from './support/people.ts'

/** A page that was open while Travaux went on: it is told to reload, and what it does not know it leaves alone. */
describe('a page of another version', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let textPath: string

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    await bringsIn(chair, { path: resolve('server/samples/rolling-text.txt'), kind: 'rolling', title: 'Rolling text', submitter: '' })
    await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    textPath = chair.page.url()
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  test('an older page is given nothing of the text, says why, and a button brings the new one', async () => {
    const { context, page } = await newPerson(browser)
    await context.addCookies(await chair.page.context().cookies())
    await page.addInitScript(() => {
      if (sessionStorage.getItem('older') === 'no') return
      sessionStorage.setItem('older', 'no') // the next loading brings the page as it is now
      const Today = WebSocket
      window.WebSocket = class Older extends Today {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(String(url).replace(/schema=\d+/, 'schema=0'), protocols)
        }
      }
    })
    await page.goto(textPath)
    const banner = page.locator('.room-banner')
    await banner.waitFor()
    expect(await banner.innerText()).toContain('of different versions of Travaux')
    expect(await page.locator('.ProseMirror').count()).toBe(0)
    await expectAccessible(page, 'the banner of an older page')
    await banner.getByRole('button', { name: 'Reload the page' }).click()
    await page.locator('.ProseMirror [data-clause]').first().waitFor()
    expect(await banner.count()).toBe(0)
    await context.close()
  })

  test('a clause of a kind that comes later is shown with a line that says so, and stays as it is', async () => {
    const words = 'This Convention shall also apply'
    const cookies = await chair.page.context().cookies()
    await writesDirectly({ house, cookies, textPath }, (doc) => becomesLater(doc, words))
    const clause = clauseWith(chair, words).first()
    await sees(() => clause.getAttribute('data-note')).toContain('newer version of Travaux')
    const before = await readsPage(chair)

    await clause.click()
    await chair.page.keyboard.type('xyz')
    expect(await readsPage(chair)).toEqual(before)

    await putsCaretBehind(chair, 'Scope of application')
    await chair.page.keyboard.press('Shift+ArrowDown')
    for (let line = 0; line < 8; line++) await chair.page.keyboard.press('Shift+ArrowDown')
    await chair.page.keyboard.press('Delete')
    await chair.page.getByText('That was not done').waitFor()
    expect(await readsPage(chair)).toEqual(before)
    await expectAccessible(chair.page, 'a clause that is not known')
    await chair.page.getByRole('alert').getByRole('button', { name: 'Close' }).click()

    await putsCaretBehind(chair, 'Scope of application')
    await chair.page.keyboard.type(' here')
    await isSaved(chair)
    expect(await readsPage(chair)).toEqual(before.map((line) => line.replace('Scope of application', 'Scope of application here')))
    await opensText(chair, textPath)
    await sees(() => clauseWith(chair, words).first().getAttribute('data-unknown-kind')).toBe('')
    expect(chair.faults).toEqual([])
  })
})

/** The clause that begins with `words` becomes a `resolution`, which this version has never heard of. */
function becomesLater(doc: Doc, words: string): void {
  let id = ''
  for (const { insert } of doc.getText('body').toDelta() as readonly { insert: unknown }[]) {
    if (typeof insert === 'object' && insert !== null && 'clause' in insert) id = String(insert.clause)
    else if (typeof insert === 'string' && insert.startsWith(words)) break
  }
  const entry = doc.getMap<YMap<unknown>>('clauses').get(id)
  if (!entry) throw new Error(`no clause begins with «${words}»`)
  entry.set('kind', 'resolution')
}
