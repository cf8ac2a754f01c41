import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, isSaved, joins, opensText, paper, putsCaretBehind, sees, type Person } from './support/people.ts'

/** Words of the clause that is written in; Tomas begins with them. */
const APPLIES = 'at all times'

/** What differs from another text is shown on the live page, follows everybody's typing, and disturbs nobody's. */
describe('the live redline', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let tomas: Person

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    const path = resolve('server/samples/rolling-text.txt')
    await bringsIn(chair, { path, kind: 'reference', title: 'Text of the last session', submitter: '' })
    await bringsIn(chair, { path, kind: 'rolling', title: 'Rolling text of the session', submitter: '' })
    tomas = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' }), 'Tomas Lind')
    await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    await opensText(tomas, chair.page.url())
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  const view = ({ page }: Person) => page.getByRole('region', { name: 'Live redline' })
  const line = (person: Person) => view(person).locator('p').first().textContent()
  /** A clause of the page as it is drawn: struck words in brackets, inserted ones in braces, without carets and notes. */
  const drawn = (person: Person, words: string) =>
    clauseWith(person, words)
      .first()
      .evaluate((clause) => {
        const copy = clause.cloneNode(true)
        if (!(copy instanceof Element)) return ''
        for (const aside of copy.querySelectorAll('.remote-caret, .redline-note')) aside.remove()
        for (const struck of copy.querySelectorAll('del')) struck.replaceWith(`[${struck.textContent}]`)
        for (const inserted of copy.querySelectorAll('ins')) inserted.replaceWith(`{${inserted.textContent}}`)
        return (copy.textContent ?? '').replaceAll('\ufeff', '').replaceAll('}{', '')
      })
  const noteIn = (person: Person, words: string) => clauseWith(person, words).first().locator('.redline-note').textContent()

  test('one turns it on against another text, and it follows what the other types', async () => {
    await chair.page.keyboard.press('Alt+Shift+R')
    await sees(() => line(chair)).toBe('No changes.')
    await putsCaretBehind(tomas, 'This Convention shall apply')
    await tomas.page.keyboard.type(' at all times')
    await sees(() => drawn(chair, APPLIES)).toContain('shall apply {at all times }to the prevention')
    await sees(() => noteIn(chair, APPLIES)).toBe('◆ substance')
    await sees(() => line(chair)).toBe('1 change, 1 of substance')
    expect(await paper(tomas).locator('.redline-note, ins, del').count(), 'who did not ask sees none').toBe(0)
  })

  test('words typed while it is drawn land where the caret is', async () => {
    await putsCaretBehind(chair, 'at all times')
    await putsCaretBehind(tomas, 'This Convention shall')
    await Promise.all([chair.page.keyboard.type(' and in every place under the jurisdiction of a Party', { delay: 15 }), tomas.page.keyboard.type(', if in force,', { delay: 25 })])
    await sees(() => drawn(chair, APPLIES)).toContain('This Convention shall[ apply]{, if in force, apply at all times and in every place under the jurisdiction of a Party}')
    await Promise.all([isSaved(chair), isSaved(tomas)])
    await sees(() => drawn(tomas, APPLIES)).toContain('This Convention shall, if in force, apply at all times and in every place under the jurisdiction of a Party')
  })

  test('struck words are shown and are no part of the text; what is gone is a line that opens', async () => {
    await putsCaretBehind(tomas, 'This Convention shall')
    for (let i = 0; i < 'shall'.length; i++) await tomas.page.keyboard.press('Backspace')
    await tomas.page.keyboard.type('may')
    await sees(() => drawn(chair, APPLIES)).toContain('This Convention [shall apply]{may, if in force, apply at all times')
    await putsCaretBehind(tomas, 'a serious crime is an offence')
    await tomas.page.getByRole('button', { name: 'Delete this clause' }).click()
    const gap = paper(chair).locator('.redline-gap').first()
    await sees(() => gap.locator('summary').textContent()).toMatch(/^◆ removed: 3\. \(substance\)$/)
    await gap.locator('summary').focus()
    await chair.page.keyboard.press('Enter')
    await gap.getByText('a serious crime is an offence').waitFor()
    await putsCaretBehind(chair, 'at all times')
    await chair.page.keyboard.press('Control+A')
    const copied = await chair.page.evaluate(() => {
      const data = new DataTransfer()
      document.querySelector('.ProseMirror')?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      return data.getData('text/plain')
    })
    expect(copied).toContain('This Convention may, if in force, apply at all times')
    expect(copied).not.toMatch(/◆|shall, if/)
  })

  test('by the keyboard from change to change, axe-clean, kept for the next visit, and off leaves nothing', async () => {
    await chair.page.keyboard.press('Alt+Shift+J')
    await sees(() => view(chair).getByRole('status').textContent()).toMatch(/^Change 1 of \d+: substance$/)
    await expectAccessible(chair.page, 'live redline')
    await chair.page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(chair.page, 'live redline, dark')
    await chair.page.emulateMedia({ colorScheme: 'light' })
    await chair.page.reload()
    await sees(() => line(chair)).toMatch(/change/)
    await sees(() => drawn(chair, APPLIES)).toContain('[shall apply]{may, if in force,')
    await chair.page.keyboard.press('Alt+Shift+R')
    await sees(() => paper(chair).locator('.redline-note, .redline-gap, ins, del').count()).toBe(0)
    expect(await paper(chair).getAttribute('data-redline')).toBeNull()
    expect([...chair.faults, ...tomas.faults], 'faults on a page').toEqual([])
  })
})
