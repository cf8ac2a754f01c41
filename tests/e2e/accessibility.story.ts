import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, newPerson, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, clauseWith, invites, paper, type Person } from './support/people.ts'

const KEPT = 'Article 1\nPurpose\n\nThe purpose of this Convention is to further cooperation between its Parties.\n\n'
const MOVED = 'Article 2\nCosts\n\nThe ordinary costs of executing a request are borne by the State to which it is addressed, unless the States concerned agree otherwise.\n\n'
const BASE = `Convention on examples\n\n${KEPT}${MOVED}Article 3\nRequests\n\n1. A request shall be made in writing.\n\n2. A request shall be answered within thirty days.\n\n3. Oral requests are not accepted.\n`
const REVISED = `Convention on examples\n\n${KEPT}Article 2\nRequests\n\n1. A request may be made in writing.\n\n2. A request shall be answered within sixty days.\n\nArticle 3\nLanguages\n\nRequests are written in a language that both States accept.\n\n${MOVED.replace('Article 2', 'Article 4')}`

/** Every screen, with what opens on it, in light and dark, without a violation that axe finds. */
describe('accessibility', () => {
  let browser: Browser
  let house: House
  let chair: Person
  let invitation: string

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  test('first start', async () => {
    const { page } = await newPerson(browser)
    await page.goto(house.setupLink)
    await inBothSchemes(page, 'set-up', page.getByRole('button', { name: 'Create account and open the desk' }))
    await page.getByRole('button', { name: 'Create account and open the desk' }).click()
    await inBothSchemes(page, 'set-up with what is missing', page.getByText('Enter your name, up to 200 characters.'))
    await page.close()
    chair = await chairSignsUp(browser, house)
    await inBothSchemes(chair.page, 'empty desk', chair.page.getByRole('button', { name: 'Start from the sample negotiation' }))
    expect(chair.faults).toEqual([])
  })

  test('the desk of the sample and every dialog of it', async () => {
    const { page } = chair
    await page.getByRole('button', { name: 'Start from the sample negotiation' }).click()
    await inBothSchemes(page, 'desk', page.getByRole('heading', { name: 'Texts' }))
    invitation = await invites(chair, { role: 'drafter', delegation: 'Republic of Merinda' })
    await opens(page, 'Invite', 'invite')
    await opens(page, 'Members and invitations', 'members')
    await opens(page, 'Edit chapters', 'chapters')
    for (const action of ['Issue a version', 'Change its description']) {
      await page.getByRole('button', { name: 'Actions for Rolling text' }).click()
      if (action === 'Issue a version') await inBothSchemes(page, 'menu of a text', page.getByRole('menuitem', { name: action }))
      await page.getByRole('menuitem', { name: action }).click()
      await inBothSchemes(page, action, page.getByRole('dialog'))
      await closesDialog(page)
    }
    await page.getByRole('button', { name: /Ines Duarte/ }).click()
    await inBothSchemes(page, 'account menu', page.getByRole('menuitem', { name: 'Sign out' }))
    await page.keyboard.press('Escape')
    expect(chair.faults).toEqual([])
  })

  test('bringing in a text, with its preview', async () => {
    const { page } = chair
    await page.getByRole('button', { name: 'Bring in a text' }).first().click()
    const dialog = page.getByRole('dialog')
    await inBothSchemes(page, 'bring in', dialog)
    const chooser = page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles(resolve('server/samples/draft-comprehensive.txt'))
    await inBothSchemes(page, 'bring in with its preview', dialog.getByLabel('Kind'))
    await closesDialog(page)
    expect(chair.faults).toEqual([])
  })

  test('drafting: writing a comment, with a thread, the kinds open, narrow with the comments open', async () => {
    const { page } = chair
    await page.getByRole('link', { name: 'Open', exact: true }).first().click()
    await inBothSchemes(page, 'drafting', paper(chair).locator('[data-clause]').first())
    await clauseWith(chair, 'Illegal access').first().click()
    await page.getByRole('combobox', { name: 'Kind of clause' }).click()
    await inBothSchemes(page, 'kinds of clause', page.getByRole('option', { name: 'Article', exact: true }))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Comment on Article/ }).click()
    await inBothSchemes(page, 'writing a comment', page.getByLabel('What do you want to say?'))
    await page.getByLabel('What do you want to say?').fill('To be discussed with Article 7.')
    await page.getByRole('button', { name: 'Send' }).click()
    await inBothSchemes(page, 'drafting with a thread', page.locator('.review__thread'))
    await page.setViewportSize({ width: 800, height: 900 })
    await page.getByRole('button', { name: 'Comments', exact: true }).click()
    await inBothSchemes(page, 'drafting, narrow', page.locator('.review__thread'))
    await page.setViewportSize({ width: 1366, height: 820 })
    expect(chair.faults).toEqual([])
  })

  test('choosing what to compare, inline and side by side', async () => {
    const { page } = chair
    await page.getByRole('link', { name: 'Compare' }).click()
    await inBothSchemes(page, 'picker', page.getByRole('combobox', { name: 'Base' }))
    await page.getByRole('combobox', { name: 'Revised' }).click()
    await inBothSchemes(page, 'picker with its choices', page.getByRole('option').first())
    await page.keyboard.press('Escape')
    await page.goto(new URL('/', house.url).href)
    const folder = await mkdtemp(join(tmpdir(), 'travaux-short-'))
    for (const [title, wording] of [['Short base', BASE], ['Short revised', REVISED]] as const) {
      const path = join(folder, `${title}.txt`)
      await writeFile(path, wording)
      await bringsIn(chair, { path, kind: 'reference', title, submitter: '' })
    }
    await rm(folder, { recursive: true })
    await page.getByRole('link', { name: 'Compare', exact: true }).first().click()
    for (const [side, title] of [['Base', 'Short base'], ['Revised', 'Short revised']] as const) {
      await page.getByRole('combobox', { name: side }).click()
      await page.getByRole('option', { name: title }).click()
    }
    await page.getByRole('button', { name: 'Compare', exact: true }).click()
    await page.locator('.redline-row').first().waitFor()
    await page.keyboard.press('j')
    await inBothSchemes(page, 'comparison inline', page.locator('.redline-row[data-current]'))
    await page.getByText('shall → may: obligation').first().waitFor()
    await page.getByText('Only what differs', { exact: true }).click()
    await page.getByText('Side by side').click()
    await inBothSchemes(page, 'comparison side by side', page.locator('.side-by-side'))
    await page.getByLabel('Only what differs in substance').press('Space')
    expect(new URL(page.url()).searchParams.get('classes')).toBe('substance')
    await page.reload()
    expect(await page.getByLabel('Only what differs in substance').isChecked()).toBe(true)
    const fold = page.locator('.redline-fold button').first()
    await fold.press('Enter')
    expect(await fold.getAttribute('aria-expanded')).toBe('true')
    await inBothSchemes(page, 'comparison, substance alone', page.getByText('folded.'))
    await page.getByText('Side by side').click()
    await page.setViewportSize({ width: 640, height: 900 })
    await inBothSchemes(page, 'comparison, narrow', page.locator('.side-by-side'))
    await page.setViewportSize({ width: 1366, height: 820 })
    expect(chair.faults).toEqual([])
  })

  test('every screen to a stranger: joining, signing in, a link that does not work, nothing there', async () => {
    const { page } = await newPerson(browser)
    await page.goto(invitation)
    await inBothSchemes(page, 'joining', page.getByRole('button', { name: 'Create account and join' }))
    await page.goto(new URL('/sign-in', house.url).href)
    await inBothSchemes(page, 'signing in', page.getByRole('button', { name: 'Sign in' }))
    await page.goto(new URL('/join', house.url).href)
    await inBothSchemes(page, 'a broken link', page.getByText('This link does not work'))
    await page.goto(new URL('/nowhere', house.url).href)
    await inBothSchemes(page, 'not found', page.getByRole('heading', { name: 'Page not found' }))
    expect(chair.faults).toEqual([])
  })
})

/** Looks at the page as it stands, once `shown` is there, in light and in dark. */
async function inBothSchemes(page: Page, where: string, shown: ReturnType<Page['locator']>): Promise<void> {
  await shown.waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`:root[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
    await expectAccessible(page, `${where}, ${colorScheme}`)
  }
}

async function opens(page: Page, button: string, where: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await inBothSchemes(page, where, page.getByRole('dialog'))
  await closesDialog(page)
}

async function closesDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
