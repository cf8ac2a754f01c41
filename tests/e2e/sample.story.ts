import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { clickCounter } from './support/clicks.ts'
import { openHouse, type House } from './support/house.ts'
import { chairSignsUp, clauseWith, isSaved, paper, putsCaretBehind, readTheSame, readsLine, sees, type Person } from './support/people.ts'

/** How long a person takes to fill in the three fields of the form that the printed link opens, in seconds. */
const SIGN_UP_SECONDS = 40

const LAST_OF_ARTICLE_7 = 'that the computer system be connected to another computer system.'

/** What a newcomer sees who starts from the sample: a redline in a few clicks, live drafting alone, held numbers. */
describe('the sample negotiation', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let second: Person

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  test('from the printed link to the redline of the two drafts: at most 4 clicks after sign-up, within 2 minutes', async () => {
    const startedAt = performance.now()
    chair = await chairSignsUp(browser, house)
    const signUpSeconds = (performance.now() - startedAt) / 1000 + SIGN_UP_SECONDS
    const { click, clicks, seconds } = clickCounter()
    await click(chair.page.getByRole('button', { name: 'Start from the sample negotiation' }))
    await click(chair.page.getByRole('button', { name: 'Compare the two drafts' }))
    await chair.page.locator('.redline-page ins').first().waitFor()
    const total = signUpSeconds + seconds()
    console.info(`redline of the sample's two drafts: ${clicks()} clicks after sign-up, ${total.toFixed(1)} s with ${SIGN_UP_SECONDS} s for the form`)
    expect(await chair.page.locator('.redline-page ins').count()).toBeGreaterThan(50)
    expect(await chair.page.locator('.redline-page del').count()).toBeGreaterThan(50)
    expect(clicks()).toBeLessThanOrEqual(4)
    expect(total).toBeLessThan(120)
  })

  test('the second drafter opens in a new tab under the other loopback name; both see each other type, and where', async () => {
    const [opened] = await Promise.all([chair.page.context().waitForEvent('page'), opensDesk(chair).then(() => chair.page.getByRole('link', { name: 'Open as second drafter' }).click())])
    const faults: string[] = []
    opened.on('pageerror', ({ message }) => faults.push(message))
    second = { name: 'Second drafter', page: opened, faults }
    await paper(second).locator('[data-clause]').first().waitFor()
    expect(new URL(opened.url()).hostname).toBe('localhost')
    expect(new URL(chair.page.url()).hostname).toBe('127.0.0.1')
    await opensRollingText(chair)
    await putsCaretBehind(chair, 'This Convention shall apply')
    await putsCaretBehind(second, 'Illegal access')
    await Promise.all([chair.page.keyboard.type(' in peace and in war', { delay: 8 }), second.page.keyboard.type(' and intrusion', { delay: 8 })])
    await sees(() => readsLine(second, 'This Convention shall apply in peace and in war')).not.toBe('')
    await sees(() => readsLine(chair, 'Illegal access and intrusion')).not.toBe('')
    await sees(() => chair.page.locator('.remote-caret__name').allTextContents()).toEqual(['Second drafter · Republic of Arvania'])
    await sees(() => second.page.locator('.remote-caret__name').allTextContents()).toEqual(['Ines Duarte · Chair'])
    await readTheSame(chair, second)
  })

  test('who comes later sees at once where the others are', async () => {
    await chair.page.reload()
    await sees(() => chair.page.locator('.remote-caret__name').allTextContents()).toEqual(['Second drafter · Republic of Arvania'])
  })

  test('once a version bears a symbol an inserted article is a bis, and a deleted one leaves its number', async () => {
    await isSaved(chair)
    await isSaved(second)
    await opensDesk(chair)
    await choosesFor(chair, 'Issue a version')
    await chair.page.getByRole('dialog').getByLabel('Document symbol').fill('A/AC.291/22')
    await chair.page.getByRole('button', { name: 'Issue the version' }).click()
    await sees(() => chair.page.getByLabel('Head of the journal').inputValue()).toMatch(/^[\da-f]{64}$/)
    await chair.page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await chair.page.getByText('Numbering held under A/AC.291/22').waitFor()
    await opensRollingText(chair)
    await insertsArticleBehind(chair, 'the law of that State reserves for its own authorities.', 'Assistance on the high seas')
    await sees(() => labelOf(chair, 'Assistance on the high seas')).toBe('Article 4 bis')
    await sees(() => labelOf(second, 'Assistance on the high seas')).toBe('Article 4 bis')
    expect(await labelOf(second, 'Respect for human rights')).toBe('Article 5')
    await putsCaretBehind(second, 'Illegal interception')
    await clauseWith(second, LAST_OF_ARTICLE_7).click({ modifiers: ['Shift'] })
    await second.page.getByRole('button', { name: 'Delete this clause' }).click()
    await sees(() => clauseWith(chair, LAST_OF_ARTICLE_7).count()).toBe(0)
    await sees(() => placeholders(chair)).toEqual(['Article 7 [deleted]'])
    await sees(() => placeholders(second)).toEqual(['Article 7 [deleted]'])
    expect(await labelOf(chair, 'Interference with computer data')).toBe('Article 8')
  })

  test('the chair renumbers in one act: a table of old and new numbers, and the numbers run', async () => {
    await isSaved(chair)
    await isSaved(second)
    await opensDesk(chair)
    await choosesFor(chair, 'Renumber')
    await chair.page.getByRole('button', { name: 'Renumber now' }).click()
    const row = (before: string) => chair.page.getByRole('row', { name: before, exact: false })
    await row('Article 4 bis Article 5').waitFor()
    await row('Article 7 deleted').waitFor()
    await chair.page.getByRole('button', { name: 'Close' }).last().click()
    await sees(() => placeholders(second)).toEqual([])
    await sees(() => labelOf(second, 'Assistance on the high seas')).toBe('Article 5')
    expect(await labelOf(second, 'Respect for human rights')).toBe('Article 6')
    expect([...chair.faults, ...second.faults], 'faults on a page').toEqual([])
  })

  const opensDesk = async ({ page }: Person) => {
    await page.getByRole('link', { name: 'Convention on cybercrime' }).first().click()
    await page.getByRole('heading', { name: 'Texts' }).waitFor()
  }
  const opensRollingText = async (person: Person) => {
    await person.page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await paper(person).locator('[data-clause]').first().waitFor()
  }
  const choosesFor = async ({ page }: Person, action: string) => {
    await page.getByRole('button', { name: 'Actions for Rolling text' }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }
})

const labelOf = (person: Person, words: string) => clauseWith(person, words).first().getAttribute('data-label')

const placeholders = (person: Person) =>
  paper(person).locator('.placeholder').evaluateAll((lines) => lines.map((line) => `${line.getAttribute('data-label') ?? ''} ${line.textContent ?? ''}`))

/** An article of one heading behind the clause that ends with `words`. */
async function insertsArticleBehind(person: Person, words: string, heading: string): Promise<void> {
  const { page } = person
  await putsCaretBehind(person, words)
  await page.keyboard.press('Enter')
  await page.keyboard.type(heading)
  await page.getByRole('combobox', { name: 'Kind of clause' }).click()
  await page.getByRole('option', { name: 'Article', exact: true }).click()
}
