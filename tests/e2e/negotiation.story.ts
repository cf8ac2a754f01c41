import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, isSaved, joins, opensText, paper, putsCaretBehind, readTheSame, readsLine, readsPage, sees, selects, type Person } from './support/people.ts'
import { readerWritesOverRawSocket } from './support/raw-reader.ts'
import { twoTexts } from './support/texts.ts'

/**
 * The product's main job, from the printed link to a reviewer's comment, in real browsers against the real server. The
 * chapters of the story build on each other and share its people.
 */
describe('a negotiation', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let drafter: Person
  let textPath: string
  const texts = twoTexts()

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  test('the chair signs up by the printed link, which works once', async () => {
    chair = await chairSignsUp(browser, house)
    const again = await browser.newPage()
    await again.goto(house.setupLink)
    await again.getByText('Travaux is set up here already').waitFor()
    await again.close()
    expect(house.output().filter((line) => line.includes('"level"') && line.includes('#')), 'no token in the log').toEqual([])
  })

  test('she brings in a rolling text and two treaties as files', async () => {
    await bringsIn(chair, { path: resolve('server/samples/rolling-text.txt'), kind: 'rolling', title: 'Rolling text of the session', submitter: '' })
    for (const { path, title, articles } of [texts.base, texts.revised]) {
      await bringsIn(chair, { path, kind: 'reference', title, submitter: '' })
      await chair.page.getByText(`${articles} articles`).first().waitFor()
    }
  })

  test('she invites a drafter, who joins by the link', async () => {
    const link = await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' })
    drafter = await joins(browser, link, 'Tomas Lind')
    await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(chair).locator('[data-clause]').first().waitFor()
    textPath = chair.page.url()
    await opensText(drafter, textPath)
  })

  test('both type in one paragraph at once, and in different clauses', async () => {
    await putsCaretBehind(chair, 'This Convention shall apply')
    await putsCaretBehind(drafter, 'of the offences established')
    await Promise.all([chair.page.keyboard.type(' without exception', { delay: 8 }), drafter.page.keyboard.type(' or to be established', { delay: 8 })])
    await sees(() => readsLine(chair, 'This Convention shall apply without exception')).toContain('or to be established')
    await putsCaretBehind(chair, 'Scope of application')
    await putsCaretBehind(drafter, 'Illegal access')
    await Promise.all([chair.page.keyboard.type(' and exclusions', { delay: 8 }), drafter.page.keyboard.type(' to a computer system', { delay: 8 })])
    await readTheSame(chair, drafter)
    const page = (await readsPage(drafter)).join('\n')
    expect(page).toContain('Scope of application and exclusions')
    expect(page).toContain('Illegal access to a computer system')
  })

  test('each sees where the other is, by name and delegation', async () => {
    await sees(() => chair.page.locator('.remote-caret__name').allInnerTexts()).toEqual(['Tomas Lind · Republic of Merinda'])
    await sees(() => drafter.page.locator('.remote-caret__name').allInnerTexts()).toEqual(['Ines Duarte · Chair'])
  })

  test('one moves a clause while the other types in it; labels renumber, nothing typed is missing', async () => {
    const words = 'This Convention shall also apply'
    const labelOf = (person: Person) => clauseWith(person, words).first().getAttribute('data-label')
    expect(await labelOf(chair)).toBe('2.')
    await putsCaretBehind(drafter, words)
    await putsCaretBehind(chair, words)
    await Promise.all([drafter.page.keyboard.type(', at all times and everywhere,', { delay: 8 }), chair.page.keyboard.press('Alt+ArrowUp')])
    await sees(() => labelOf(drafter)).toBe('1.')
    await sees(() => readsLine(chair, words)).toContain('also apply, at all times and everywhere,')
    await readTheSame(chair, drafter)
  })

  test('Enter splits, Tab indents, Backspace merges, undo takes back one’s own work only', async () => {
    await putsCaretBehind(drafter, 'Protection of sovereignty')
    await drafter.page.keyboard.press('Enter')
    await drafter.page.keyboard.type('A new paragraph')
    await sees(() => clauseWith(chair, 'A new paragraph').getAttribute('data-label')).toBe('1.')
    await drafter.page.keyboard.press('Enter')
    await drafter.page.keyboard.press('Tab')
    await drafter.page.keyboard.type('with a point below it')
    await sees(() => clauseWith(chair, 'with a point below it').getAttribute('data-label')).toBe('(a)')
    await putsCaretBehind(chair, 'A new paragraph')
    await chair.page.keyboard.type(' of the chair')
    await sees(() => readsLine(drafter, 'A new paragraph')).toContain('of the chair')
    await drafter.page.keyboard.press('Home')
    await drafter.page.keyboard.press('Backspace')
    await sees(() => readsLine(chair, 'A new paragraph')).toContain('of the chairwith a point below it')
    for (let i = 0; i < 12; i++) await drafter.page.keyboard.press('Control+z')
    await sees(() => clauseWith(drafter, 'with a point below it').count()).toBe(0)
    expect((await readsPage(drafter)).join('\n')).toContain('of the chair')
    await readTheSame(chair, drafter)
  })

  test('the server is killed and started again: the text is all there', async () => {
    await Promise.all([isSaved(chair), isSaved(drafter)])
    const before = await readsPage(chair)
    await house.kill()
    await putsCaretBehind(drafter, 'Respect for human rights')
    await drafter.page.keyboard.type(', typed while the server was down')
    await drafter.page.locator('.saved-state[data-state="offline"]').waitFor()
    await house.restart()
    await isSaved(drafter)
    await isSaved(chair)
    await readTheSame(chair, drafter)
    const after = await readsPage(chair)
    expect(after.map((line) => line.replace(', typed while the server was down', ''))).toEqual(before)
    expect(after.join('\n')).toContain('Respect for human rights, typed while the server was down')
    await chair.page.reload()
    await paper(chair).locator('[data-clause]').first().waitFor()
    await sees(() => readsPage(chair)).toEqual(after)
  })

  test('the comparison of the two treaties shows aligned clauses and a redline, and its link opens it again', async () => {
    await chair.page.getByRole('link', { name: 'Compare' }).click()
    for (const [label, { title }] of [['Base', texts.base], ['Revised', texts.revised]] as const) {
      await chair.page.getByRole('combobox', { name: label }).click()
      await chair.page.getByRole('option', { name: `${title}, as it stands` }).click()
    }
    await chair.page.getByRole('button', { name: 'Compare', exact: true }).click()
    await chair.page.locator('.redline-row').first().waitFor()
    expect(await chair.page.locator('.redline-page ins').count()).toBeGreaterThan(50)
    expect(await chair.page.locator('.redline-page del').count()).toBeGreaterThan(50)
    await chair.page.getByText('Side by side').click()
    const aligned = chair.page.locator('.side-by-side__row', { has: chair.page.locator('> :nth-child(1) [data-kind="article"]') }).filter({ has: chair.page.locator('> :nth-child(2) [data-kind="article"]') })
    await sees(() => aligned.count()).toBeGreaterThan(8)
    await chair.page.keyboard.press('j')
    await sees(() => chair.page.locator('.redline-row[data-current]').count()).toBe(1)
    await drafter.page.goto(chair.page.url())
    await drafter.page.locator('.redline-row').first().waitFor()
    expect(await drafter.page.locator('.side-by-side ins').count(), 'the link keeps the view as well').toBeGreaterThan(50)
  })

  test('a reviewer comments on words, cannot edit, and the drafter sees the comment at once', async () => {
    await chair.page.goto(new URL('/', house.url).href)
    const reviewer = await joins(browser, await invites(chair, { role: 'reviewer', delegation: 'Digital Rights Watch' }), 'Nadia Rahmani')
    await opensText(drafter, textPath)
    await opensText(reviewer, textPath)
    expect(await paper(reviewer).getAttribute('contenteditable')).toBe('false')
    await clauseWith(reviewer, 'Respect for human rights').first().scrollIntoViewIfNeeded()
    await clauseWith(reviewer, 'Respect for human rights').first().click()
    await reviewer.page.getByRole('button', { name: /^Comment on Article/ }).click()
    await reviewer.page.getByLabel('What do you want to say?').fill('Name proportionality and judicial review here.')
    await reviewer.page.getByRole('button', { name: 'Send' }).click()
    await drafter.page.getByText('Name proportionality and judicial review here.').waitFor()
    await drafter.page.getByText('Digital Rights Watch').first().waitFor()
    expect(reviewer.faults).toEqual([])
  })

  test('a comment stays with its words when its clause moves', async () => {
    await selects(drafter, 'an offence punishable')
    await drafter.page.getByRole('button', { name: 'Comment on the selected words' }).click()
    await drafter.page.getByLabel('What do you want to say?').fill('Which threshold?')
    await drafter.page.getByRole('button', { name: 'Send' }).click()
    await sees(() => drafter.page.locator('.thread-words').allTextContents()).toEqual(['an offence punishable'])
    await putsCaretBehind(drafter, 'an offence punishable')
    await drafter.page.keyboard.press('Alt+ArrowUp')
    await sees(() => drafter.page.locator('.thread-words').allTextContents()).toEqual(['an offence punishable'])
    await isSaved(drafter)
  })

  test('a reader’s attempt to write over a raw socket is refused, and the text is unharmed', async () => {
    await chair.page.goto(new URL('/', house.url).href)
    const reader = await joins(browser, await invites(chair, { role: 'reader', delegation: 'Observer' }), 'Olu Bright')
    const before = await readsPage(drafter)
    const { closedWith, received } = await readerWritesOverRawSocket({ house, cookies: await reader.page.context().cookies(), textPath })
    expect(received, 'the reader receives the text').toBe(true)
    expect(closedWith).toBe(4403)
    expect(await readsPage(drafter)).toEqual(before)
    expect([...chair.faults, ...drafter.faults, ...reader.faults], 'faults on a page').toEqual([])
  })
})
