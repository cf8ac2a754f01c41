import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, paper, type Person } from './support/people.ts'

const KEPT = 'goods that were seized are kept by the court until judgment is given, as article 3 of this Convention says'
const REFERENCE = `Convention on seizure

Article 1
Use of terms

For the purposes of this Convention:

(a) “Goods” means movable things of any kind, money among them;

(b) “Court” means any judicial body.

Article 2
Custody

1. In every case, ${KEPT}.

2. Nobody may sell them before a year has passed since they were seized.

Article 3
Judgment

A judgment is given within a year of the seizure.
`
const DRAFT = `Draft convention on lost property

Article 1
Use of terms

For the purposes of this Convention, “goods” means movable things of any kind, animals among them.

Article 2
Finding

Whoever finds goods tells the authorities about them at once.

Article 3
Costs

Costs are shared.

Article 4
Custody

Here too, ${KEPT}. A court decides.
`

/** From a text to where its words come from and to its terms, by keyboard alone. */
describe('provenance and terms', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let folder: string

  beforeAll(async () => {
    ;[browser, house, folder] = await Promise.all([openBrowser(), openHouse(), mkdtemp(join(tmpdir(), 'travaux-sources-'))])
    chair = await chairSignsUp(browser, house)
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
    await rm(folder, { recursive: true })
  })

  const brings = async (title: string, wording: string): Promise<void> => {
    const path = join(folder, `${title}.txt`)
    await writeFile(path, wording)
    await bringsIn(chair, { path, kind: 'reference', title, submitter: '' })
  }

  test('without reference instruments the screen says what to do', async () => {
    const { page } = chair
    await brings('Lost property', DRAFT)
    await opensFromMenu(page, 'Lost property', 'Provenance')
    await inBothSchemes(page, 'provenance without a library', page.getByRole('heading', { name: 'No reference instruments yet' }))
    await page.getByRole('link', { name: 'Go to the desk' }).press('Enter')
    await page.getByRole('heading', { name: 'Texts' }).waitFor()
    expect(chair.faults).toEqual([])
  })

  test('what a text is made of, the passage beside each clause, its redline, and what is left over', async () => {
    const { page } = chair
    await brings('Seizure', REFERENCE)
    await opensFromMenu(page, 'Lost property', 'Provenance')
    await page.locator('.provenance__row').first().waitFor()
    expect(await page.locator('.composition__whole').innerText()).toMatch(/\d+ % Seizure[^]*\d+ % new/)
    const row = page.locator('.provenance__row', { hasText: 'Here too' })
    expect(await row.innerText()).toMatch(/\d+ % of its words stand in Seizure, Article 2\(1\)/)
    expect(await row.locator('.provenance__own .provenance__taken').innerText()).toBe(KEPT)
    expect(await row.innerText()).toContain('“3” is the number in the source; that article was not taken over')
    await row.getByRole('button', { name: 'Redline against it' }).press('Enter')
    expect(await row.locator('del').first().innerText()).toContain('In every case')
    await inBothSchemes(page, 'provenance', row)
    await page.getByRole('radio', { name: 'With something left over' }).press('Space')
    await page.getByText('1 clause shown').waitFor()
    await page.setViewportSize({ width: 640, height: 900 })
    await inBothSchemes(page, 'provenance, narrow', row)
    await page.setViewportSize({ width: 1366, height: 820 })
  })

  test('the clause opens in its text', async () => {
    const { page } = chair
    await page.getByRole('link', { name: 'Article 4', exact: true }).press('Enter')
    await paper(chair).getByText('Here too').waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#c_/)
    await page.getByRole('button', { name: 'Study' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Defined terms' }).press('Enter')
  })

  test('the terms of two texts side by side, and where they are used', async () => {
    const { page } = chair
    await page.getByRole('button', { name: 'goods' }).waitFor()
    await page.getByRole('checkbox', { name: 'Seizure' }).press('Space')
    await page.getByText('≠ defined differently').waitFor()
    await page.getByText('used without a definition').waitFor()
    await page.getByRole('button', { name: 'goods' }).press('Enter')
    const details = page.locator('.terms__opened')
    expect(await details.locator('ins').first().innerText()).toContain('money')
    await inBothSchemes(page, 'terms', details)
    await details.getByRole('link', { name: 'Article 2', exact: true }).first().press('Enter')
    await paper(chair).getByText('Whoever finds goods').waitFor()
    expect(chair.faults).toEqual([])
  })

  async function opensFromMenu(page: Page, title: string, entry: string): Promise<void> {
    await page.goto(new URL('/', house.url).href)
    await page.getByRole('button', { name: `Actions for ${title}` }).press('Enter')
    await page.getByRole('menuitem', { name: entry }).press('Enter')
  }
})

async function inBothSchemes(page: Page, where: string, ready: Locator): Promise<void> {
  await ready.waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, `${where}, ${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
