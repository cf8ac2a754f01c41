import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { hearing, holdsMessages, inputMethodOn, type InputMethod } from './support/composing.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, joins, opensText, paper, putsCaretBehind, readTheSame, readsLine, readsPage, sees, selects, type Person } from './support/people.ts'

/** What another does at the same time leaves alone what one selects, composes, reads and has marked. */
describe('somebody else writes', () => {
  let browser: Browser
  let house: House
  let reader: Person
  let other: Person
  let hears: ReturnType<typeof hearing>
  let marks = 0

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    other = await chairSignsUp(browser, house)
    await bringsIn(other, { path: resolve('server/samples/rolling-text.txt'), kind: 'rolling', title: 'Rolling text', submitter: '' })
    reader = await joins(browser, await invites(other, { role: 'drafter', delegation: 'Republic of Merinda' }), 'Tomas Lind')
    await other.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(other).locator('[data-clause]').first().waitFor()
    hears = hearing(reader.page)
    await opensText(reader, other.page.url())
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  /** The other does `act` behind `words`, and then writes a word far away, by which one knows that it has all arrived. */
  async function otherDoes(words: string, ...keys: readonly string[]): Promise<void> {
    await putsCaretBehind(other, words)
    for (const key of keys) await (key.length > 1 && !key.includes(' ') ? other.page.keyboard.press(key) : other.page.keyboard.type(key))
    const mark = `zq${++marks}q`
    await putsCaretBehind(other, 'Signature')
    await other.page.keyboard.insertText(mark)
    await hears.words(mark)
    await reader.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  const selected = () => reader.page.evaluate(() => getSelection()?.toString())

  test('what one has selected stays selected, whatever happens to its clause', async () => {
    const words = 'investigation and prosecution'
    await selects(reader, words)
    for (const [place, ...keys] of [
      ['This Convention shall apply', ' fully'],
      ['of the offences established', ' or alleged'],
      ['to the prevention', 'Enter'],
      [', detection, investigation', 'Alt+ArrowUp'],
      [', detection, investigation', 'Home', 'Backspace'],
      ['Scope of application', 'Enter', 'A new paragraph'],
    ] as const) {
      await otherDoes(place, ...keys)
      expect(await selected(), `after ${keys.join(' ')} behind «${place}»`).toBe(words)
    }
    await readTheSame(reader, other)
    await reader.page.keyboard.insertText('inquiry')
    await sees(() => readsLine(other, 'inquiry')).not.toContain(words)
  })

  describe('while one composes', () => {
    let method: InputMethod
    beforeAll(async () => {
      method = await inputMethodOn(reader.page)
    })

    test.each([
      ['before it in its clause', 'In implementing this Convention', ' fully'],
      ['in the words in front', 'the States Parties shall', ' always'],
      ['behind it in its clause', 'the territorial integrity', ' and unity'],
      ['at its very place', 'act in conformity', '!'],
      ['in the clause before', 'Protection of sovereignty', ' of States'],
      ['a new clause above it', 'Protection of sovereignty of States', 'Enter'],
      ['and splits its clause in front', 'the States Parties shall always', 'Enter'],
      ['and merges it again', 'the States Parties shall always', 'Delete'],
      ['and moves it', 'the States Parties shall always', 'Alt+ArrowDown'],
      ['and moves it back', 'the States Parties shall always', 'Alt+ArrowUp'],
    ])('another writes %s: it goes on, and what is chosen stands once', async (_what, place, keys) => {
      await putsCaretBehind(reader, 'act in conformity')
      await method.events()
      await method.compose('に')
      await method.compose('にほ')
      const text = () => reader.page.evaluate(() => getSelection()?.focusNode?.textContent)
      const before = await text()
      await otherDoes(place, keys)
      expect(await text()).toBe(before)
      expect(await method.events()).toEqual(['compositionstart'])
      await method.compose('にほん')
      const chosen = `日本${marks}`
      await method.commit(chosen)
      await sees(() => readsLine(other, chosen)).toContain('conformity')
      await readTheSame(reader, other)
      expect(await method.events()).toEqual(['compositionend'])
      const page = (await readsPage(reader)).join('\n')
      expect([page.split(chosen).length - 1, page.includes('に'), page.includes(`act in conformity${chosen}`)]).toEqual([1, false, true])
    })

    test('another deletes the whole clause: what was chosen goes with it, and comes back with it', async () => {
      await putsCaretBehind(reader, 'Respect for human rights')
      await reader.page.keyboard.press('Enter')
      await reader.page.keyboard.insertText('A clause to be deleted')
      await sees(() => readsLine(other, 'to be deleted')).toContain('A clause')
      await method.compose('に')
      await putsCaretBehind(other, 'A clause to be deleted')
      await other.page.getByRole('button', { name: 'Delete this clause' }).click()
      await sees(() => readsLine(other, 'to be deleted')).toBe('')
      await method.commit('日本')
      await sees(() => readsLine(reader, 'to be deleted')).toBe('')
      await putsCaretBehind(other, 'Respect for human rights')
      await other.page.keyboard.press('Control+z')
      await sees(() => readsLine(other, 'to be deleted')).toContain('A clause to be deleted日本')
      await readTheSame(reader, other)
    })
  })

  test('the words in view stay where they are on the screen', async () => {
    await clauseWith(reader, 'Laundering of the').first().evaluate((clause) => clause.scrollIntoView({ block: 'center' }))
    const place = () => clauseWith(reader, 'Laundering of the').first().evaluate((clause) => new Promise<number>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(clause.getBoundingClientRect().top)))))
    const before = await place()
    expect(before).toBeGreaterThan(100)
    for (const keys of [
      ['Enter', 'A paragraph above, which is long enough to fill more than one line of the page as it is set out here, and then some', 'Enter', 'and another'],
      ['Alt+ArrowUp'],
      ['Alt+ArrowDown'],
      [' and a heading that grows until it does not fit the line any more, so that everything below it goes down'],
    ]) {
      await otherDoes('Scope of application', ...keys)
      expect(Math.abs((await place()) - before), `moved by ${keys.join(' ')}`).toBeLessThanOrEqual(2)
    }
    await putsCaretBehind(other, 'A paragraph above')
    await other.page.getByRole('button', { name: 'Delete this clause' }).click()
    await otherDoes('Use of terms', ' here')
    expect(Math.abs((await place()) - before), 'moved by a deletion').toBeLessThanOrEqual(2)
    await readTheSame(reader, other)
  })

  test('what is marked stays at its words, and other clauses keep the very nodes that a browser’s search marks', async () => {
    await selects(reader, 'deprivation of liberty')
    await reader.page.getByRole('button', { name: 'Comment on the selected words' }).click()
    await reader.page.getByLabel('What do you want to say?').fill('How long?')
    await reader.page.getByRole('button', { name: 'Send' }).click()
    const marked = () => reader.page.locator('.thread-words').allTextContents()
    await sees(marked).toEqual(['deprivation of liberty'])
    const before = await paper(reader).evaluateHandle((page) => [...page.querySelectorAll('[data-clause]')].map((clause) => [clause, clause.firstChild] as const))
    await otherDoes('an offence punishable', ' indeed')
    await otherDoes('an offence', 'Enter')
    await otherDoes('Use of terms here', 'Enter')
    await sees(marked).toEqual(['deprivation of liberty'])
    const kept = await before.evaluate((pairs) => {
      const far = pairs.slice(pairs.findIndex(([clause]) => clause.textContent === 'Illegal access'), -40) // no caret comes there
      return [pairs.every(([clause]) => clause.isConnected), far.length > 100, far.every(([clause, first]) => clause.firstChild === first)]
    })
    expect(kept).toEqual([true, true, true])
  })

  test('the caret goes where one has just put it, although another’s words are drawn before the browser tells of it', async () => {
    const hold = await holdsMessages(reader.page)
    await opensText(reader, other.page.url())
    await putsCaretBehind(reader, 'The purposes of this Convention are')
    await hold.begin()
    await otherDoes('The purposes of this Convention', ' always')
    await clauseWith(reader, 'Scope of application').first().evaluate((clause) => {
      getSelection()?.collapse(clause.lastChild, clause.lastChild?.textContent?.length ?? 0)
      dispatchEvent(new Event('letMessagesIn'))
    })
    await reader.page.keyboard.insertText('zzz')
    await sees(() => readsLine(other, 'zzz')).toMatch(/Scope of application.*zzz$/v)
    await readTheSame(reader, other)
    expect([...reader.faults, ...other.faults]).toEqual([])
  })
})
