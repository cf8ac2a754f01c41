import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { chairSignsUp, invites, joins, sees, type Person } from './support/people.ts'

/** A person knows better which clauses answer each other; everybody who opens the comparison sees it so. */
describe('a match is corrected', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let delegate: Person
  let address = ''

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    await chair.page.getByRole('button', { name: 'Start from the sample negotiation' }).click()
    const invitation = await invites(chair, { role: 'delegate', delegation: 'Republic of Merinda' })
    await chair.page.getByRole('button', { name: 'Compare the two drafts' }).click()
    await chair.page.locator('.redline-page ins').first().waitFor()
    address = chair.page.url()
    delegate = await joins(browser, invitation, 'Tomas Lind')
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  const row = ({ page }: Person, words: string) => page.locator('.redline-row', { hasText: words }).first()
  const statesItAsPartner = (person: Person) => row(person, 'The States Parties to this Convention,').getAttribute('data-relation')

  test('two clauses are said not to be the same, by keyboard, and everybody sees it without loading anew', async () => {
    await delegate.page.goto(address)
    await delegate.page.locator('.redline-page ins').first().waitFor()
    expect(await row(chair, 'Parties to this Convention,').getAttribute('data-relation')).toBe('edited')
    await row(chair, 'Parties to this Convention,').getByRole('button', { name: 'Correct…' }).focus()
    await chair.page.keyboard.press('Enter')
    await chair.page.getByRole('button', { name: 'These are not the same clause' }).focus()
    await chair.page.keyboard.press('Enter')
    await sees(() => statesItAsPartner(chair)).toBe('removed')
    await sees(() => statesItAsPartner(delegate)).toBe('removed')
    await delegate.page.getByText('1 match corrected by hand').click()
    await delegate.page.getByText('Preamble, chapeau is not Preamble, chapeau.').waitFor()
  })

  test('two clauses are linked, and what was said is taken back', async () => {
    await row(delegate, 'The States Parties to this Convention,').hover()
    await row(delegate, 'The States Parties to this Convention,').getByRole('button', { name: 'Link to a clause…' }).click()
    const box = delegate.page.getByRole('combobox', { name: 'It is the same clause as, in the revised text' })
    await box.fill('Preamble, recital 1 ')
    await delegate.page.keyboard.press('ArrowDown')
    await delegate.page.keyboard.press('Enter')
    await delegate.page.getByRole('button', { name: 'Link these two' }).click()
    await sees(() => delegate.page.getByText('2 matches corrected by hand').count()).toBe(1)
    await sees(() => chair.page.getByText('2 matches corrected by hand').count()).toBe(1)
    await chair.page.getByText('2 matches corrected by hand').click()
    for (const name of ['Take back what was said of Preamble, chapeau and Preamble, recital 1', 'Take back what was said of Preamble, chapeau and Preamble, chapeau']) {
      await chair.page.getByRole('button', { name }).click()
      await chair.page.getByRole('button', { name }).waitFor({ state: 'detached' })
    }
    await sees(() => row(delegate, 'Parties to this Convention,').getAttribute('data-relation')).toBe('edited')
    expect([...chair.faults, ...delegate.faults]).toEqual([])
  })
})
