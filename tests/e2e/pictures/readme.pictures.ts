import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { chairSignsUp, clauseWith, invites, isSaved, joins, opensText, paper, putsCaretBehind, sees, selects, type Person } from '../support/people.ts'

const folder = resolve('docs/pictures')

async function take({ page }: Person, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: resolve(folder, `${name}.png`), animations: 'disabled', caret: 'initial' })
}

test('the pictures of the README', async () => {
  mkdirSync(folder, { recursive: true })
  const [browser, house] = await Promise.all([openBrowser(), openHouse()])
  const chair = await chairSignsUp(browser, house)
  await chair.page.getByRole('button', { name: /Start from the sample/ }).click()
  await chair.page.getByRole('heading', { name: 'The sample negotiation is loaded' }).waitFor()
  const drafter = await joins(browser, await invites(chair, { role: 'drafter', delegation: 'Merinda' }), 'Tomas Lind')
  const reviewer = await joins(browser, await invites(chair, { role: 'reviewer', delegation: 'Digital Rights Watch' }), 'Nadia Rahmani')
  await take(chair, 'desk')

  await chair.page.getByRole('button', { name: 'Compare the two drafts' }).click()
  await chair.page.locator('.redline-page ins').first().waitFor()
  await chair.page.locator('.change-list button', { hasText: 'edited' }).nth(14).click()
  await take(chair, 'redline')
  await chair.page.getByText('Side by side').click()
  await chair.page.locator('.side-by-side__row').first().waitFor()
  await chair.page.locator('.change-list button', { hasText: 'edited' }).nth(18).click()
  await take(chair, 'side-by-side')

  await chair.page.goto(house.url)
  await chair.page.getByRole('link', { name: 'Open', exact: true }).first().click()
  await paper(chair).locator('[data-clause]').first().waitFor()
  for (const person of [drafter, reviewer]) await opensText(person, chair.page.url())
  await selects(reviewer, 'at least four years')
  await reviewer.page.getByRole('button', { name: 'Comment on the selected words' }).click()
  await reviewer.page.getByLabel('What do you want to say?').fill('Four years is the threshold of the transnational crime convention. Which offences would it leave out here?')
  await reviewer.page.getByRole('button', { name: 'Send' }).click()
  await sees(() => chair.page.locator('.thread-words').count()).toBe(1)
  await putsCaretBehind(drafter, 'This Convention shall apply')
  await putsCaretBehind(chair, 'the collection and exchange')
  await clauseWith(chair, 'Scope of application').first().evaluate((heading) => heading.scrollIntoView({ block: 'start' }))
  await chair.page.mouse.wheel(0, -120)
  await sees(() => chair.page.locator('.remote-caret__name').count()).toBeGreaterThan(0)
  await isSaved(chair)
  await take(chair, 'drafting')
  await chair.page.emulateMedia({ colorScheme: 'dark' })
  await take(chair, 'drafting-dark')
  await browser.close()
  await house.close()
  expect([...chair.faults, ...drafter.faults, ...reviewer.faults]).toEqual([])
})
