import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, isSaved, joins, opensText, paper, putsCaretBehind, readsPage, sees, type Person } from './support/people.ts'

const TITLE = 'Rolling text'
const PICTURES = process.env['STORY_PICTURES']

/** Looks at the page in both schemes: axe, and a picture where one is wanted. */
async function looksRight(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, `${where}, ${colorScheme}`)
    if (PICTURES === undefined) continue
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: resolve(PICTURES, `${where.replaceAll(/\W+/g, '-')}-${colorScheme}.png`) })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

const savedState = (person: Person): Promise<string> => person.page.locator('.saved-state').innerText()
const goesOffline = (person: Person) => person.page.context().setOffline(true)
const comesBack = (person: Person) => person.page.context().setOffline(false)
const dialogOf = ({ page }: Person) => page.getByRole('dialog')

/** Types `words` behind `behind`. */
async function types(person: Person, behind: string, words: string): Promise<void> {
  await putsCaretBehind(person, behind)
  await person.page.keyboard.type(words)
}

describe('days offline, a freeze, a sign-out: no word is lost and everybody is told', () => {
  let house: House
  let browser: Browser
  let chair: Person
  let drafter: Person
  let textPath = ''

  beforeAll(async () => {
    house = await openHouse()
    browser = await openBrowser()
    chair = await chairSignsUp(browser, house)
    await bringsIn(chair, { path: resolve('server/samples/draft-budapest-manner.txt'), kind: 'rolling', title: TITLE, submitter: '' })
    drafter = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Merinda' }), 'Bo Drafter')
    await chair.page.getByRole('link', { name: TITLE }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    textPath = chair.page.url()
    await opensText(drafter, textPath)
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  /** Three different clauses of the sample, each by words that stand nowhere else. */
  let [first, second, third] = ['', '', '']

  test('an open text is read, left and opened again without a connection, and what is typed is kept', async () => {
    const lines = (await readsPage(drafter)).filter((line) => line.length > 60).map((line) => line.slice(line.length - 30))
    ;[first = '', second = '', third = ''] = [lines[2], lines[5], lines[9]]
    await isSaved(drafter)
    await goesOffline(drafter)
    await sees(() => savedState(drafter)).toContain('offline')
    await types(drafter, first, ' MINE')
    await types(drafter, second, ' ALSO MINE')
    await sees(() => savedState(drafter)).toMatch(/offline, \d+ changes kept on this computer/)
    await drafter.page.getByRole('link', { name: 'Convention on cybercrime' }).click()
    await drafter.page.getByRole('link', { name: TITLE }).first().click()
    await sees(() => readsPage(drafter)).toEqual(expect.arrayContaining([expect.stringContaining(`${first} MINE`)]))
    await sees(() => savedState(drafter)).toMatch(/offline, \d+ changes kept on this computer/)
  })

  test('what came together is told clause by clause, and the way to each is open', async () => {
    await types(chair, second, ' THEIRS')
    await putsCaretBehind(chair, third)
    await chair.page.getByRole('button', { name: 'Delete this clause' }).click()
    await isSaved(chair)
    await comesBack(drafter)
    const dialog = dialogOf(drafter)
    await dialog.getByText('What came together').waitFor()
    await isSaved(drafter)
    await dialog.getByRole('heading', { name: '1 clause that you and others changed' }).waitFor()
    expect(await dialog.innerText()).toMatch(/You: changed.*ALSO MINE/s)
    expect(await dialog.innerText()).toMatch(/The others: changed.*THEIRS/s)
    expect(await dialog.innerText()).toContain('1 clause that others changed')
    expect(await dialog.innerText()).toContain('1 clause that you changed')
    expect(await dialog.innerText()).toMatch(/The others: deleted/)
    await looksRight(drafter.page, 'merge report')
    await drafter.page.keyboard.press('Tab')
    await drafter.page.keyboard.press('Shift+Tab')
    await dialog.getByRole('button', { name: /^Go to / }).first().focus()
    await drafter.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await clauseWith(drafter, 'ALSO MINE').and(drafter.page.locator('[data-here]')).waitFor()
    // Put away, it can be opened again until it is done with.
    await drafter.page.getByRole('button', { name: '1 thing to look at' }).click()
    await looksRight(drafter.page, 'news menu')
    await drafter.page.getByRole('menuitem', { name: /What came together/ }).click()
    await dialog.getByRole('button', { name: 'I have seen it' }).click()
    await drafter.page.getByRole('button', { name: /to look at/ }).waitFor({ state: 'detached' })
    await sees(() => readsPage(chair)).toEqual(await readsPage(drafter))
    expect((await readsPage(chair)).join('\n')).toContain('MINE')
  })

  test('a freeze reaches the other page at once, the caret stays, and comments go on', async () => {
    await putsCaretBehind(drafter, ' MINE')
    const caret = () => drafter.page.evaluate(() => getSelection()?.anchorOffset)
    const before = await caret()
    await chair.page.getByRole('button', { name: 'Freeze' }).click()
    await looksRight(chair.page, 'freeze dialog')
    await dialogOf(chair).getByLabel('Reason').fill('The second reading is over')
    await dialogOf(chair).getByRole('button', { name: 'Freeze' }).click()
    await drafter.page.getByText('Frozen by Ines Duarte: The second reading is over').waitFor()
    await sees(() => savedState(drafter)).toBe('read only: frozen by the chair')
    expect(await paper(drafter).getAttribute('contenteditable')).toBe('false')
    expect(await caret()).toBe(before)
    await looksRight(drafter.page, 'frozen text')
    await drafter.page.getByRole('button', { name: /^Comment on/ }).waitFor()
    await chair.page.getByRole('button', { name: 'Let it be changed again' }).click()
    await dialogOf(chair).getByRole('button', { name: 'Let it be changed' }).click()
    await sees(() => savedState(drafter)).toBe('saved')
    await drafter.page.keyboard.type('!')
    await sees(() => readsPage(chair)).toEqual(expect.arrayContaining([expect.stringContaining(' MINE!')]))
  })

  test('words that a freeze refuses are offered, saved as a private draft, and drafting goes on without a reload', async () => {
    await goesOffline(drafter)
    await sees(() => savedState(drafter)).toContain('offline')
    await types(drafter, first, ' TOO LATE FOR THIS READING')
    await chair.page.getByRole('button', { name: 'Freeze' }).click()
    await dialogOf(chair).getByLabel('Reason').fill('Closed for the night')
    await dialogOf(chair).getByRole('button', { name: 'Freeze' }).click()
    await chair.page.getByText('Frozen by Ines Duarte').waitFor()
    await comesBack(drafter)
    const dialog = dialogOf(drafter)
    await dialog.getByText('Words that were not taken').waitFor()
    expect(await dialog.innerText()).toContain('Your 5 words in 1 clause were not taken')
    expect(await dialog.locator('ins').innerText()).toContain('TOO LATE FOR THIS READING')
    expect((await readsPage(drafter)).join('\n')).not.toContain('TOO LATE')
    await looksRight(drafter.page, 'refused words')
    await dialog.getByRole('button', { name: 'Save as a private draft' }).click()
    await dialog.getByText('Saved as a private draft').waitFor()
    await looksRight(drafter.page, 'refused words saved')
    await dialog.getByRole('button', { name: 'Later' }).click()

    await chair.page.getByRole('button', { name: 'Let it be changed again' }).click()
    await dialogOf(chair).getByRole('button', { name: 'Let it be changed' }).click()
    await sees(() => savedState(drafter)).toBe('saved')
    await types(drafter, second, ' ON AGAIN')
    await sees(() => readsPage(chair)).toEqual(expect.arrayContaining([expect.stringContaining('ON AGAIN')]))

    // They outlive the page, and are gone only when they are discarded.
    await drafter.page.reload()
    await dialog.getByText('Words that were not taken').waitFor()
    await dialog.getByRole('button', { name: 'Discard' }).click()
    await dialog.getByRole('button', { name: 'Discard them for good' }).click()
    await dialog.waitFor({ state: 'detached' })
    await drafter.page.getByRole('link', { name: 'Convention on cybercrime' }).click()
    await drafter.page.getByRole('link', { name: /with my words of/ }).first().click()
    await sees(() => readsPage(drafter)).toEqual(expect.arrayContaining([expect.stringContaining('TOO LATE FOR THIS READING')]))
  })

  test('two tabs of one person: neither loses the words of the other, nor does another account see them', async () => {
    const other: Person = { ...drafter, page: await drafter.page.context().newPage() }
    await opensText(drafter, textPath)
    await opensText(other, textPath)
    await Promise.all([isSaved(drafter), isSaved(other)])
    await goesOffline(drafter) // the whole browser
    await sees(() => savedState(other)).toContain('offline')
    await types(drafter, first, ' FROM ONE TAB')
    await types(other, second, ' FROM THE OTHER')
    await sees(() => savedState(other)).toBe('offline, 15 changes kept on this computer')
    await other.page.close()
    await drafter.page.getByRole('link', { name: 'Convention on cybercrime' }).click()
    await comesBack(drafter)
    await drafter.page.getByRole('link', { name: TITLE }).first().click()
    await isSaved(drafter)
    await sees(async () => (await readsPage(chair)).join('\n')).toMatch(/FROM ONE TAB[^]*FROM THE OTHER/)
    const accounts = await drafter.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
    expect(accounts.filter((name) => name.startsWith('travaux/'))).toHaveLength(1)
  })

  test('signing out with unsent words warns; sent first, nothing of the person stays', async () => {
    await goesOffline(drafter)
    await sees(() => savedState(drafter)).toContain('offline')
    await types(drafter, first, ' BEFORE I GO')
    const signOut = async () => {
      await drafter.page.getByRole('button', { name: /Bo Drafter/ }).click()
      await drafter.page.getByRole('menuitem', { name: 'Sign out' }).click()
    }
    await signOut()
    const dialog = dialogOf(drafter)
    await dialog.getByText('12 changes not sent').waitFor()
    await looksRight(drafter.page, 'sign-out warning')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect((await readsPage(drafter)).join('\n')).toContain('BEFORE I GO')
    await signOut()
    const send = dialog.getByRole('button', { name: 'Send them first' })
    await send.waitFor()
    await comesBack(drafter)
    await send.click()
    await drafter.page.getByLabel('E-mail address').waitFor()
    await sees(async () => (await readsPage(chair)).join('\n')).toContain('BEFORE I GO')
    // The page of signing in is brought by the page itself, and then once more as a new one.
    const left = () => drafter.page.evaluate(async () => {
      const [{ name = '' } = {}] = (await indexedDB.databases()).filter(({ name: called }) => called?.startsWith('travaux/'))
      const opening = indexedDB.open(name)
      const database = await new Promise<IDBDatabase>((done) => opening.addEventListener('success', () => done(opening.result)))
      const counting = database.transaction('updates').objectStore('updates').count()
      return new Promise<number>((done) => counting.addEventListener('success', () => done(counting.result)))
    })
    await sees(left).toBe(0)
    expect([...chair.faults, ...drafter.faults]).toEqual([])
  })
})
