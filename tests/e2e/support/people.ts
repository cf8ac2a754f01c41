import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '#shared/rights/index.ts'
import { newPerson } from './browser.ts'
import type { House } from './house.ts'

const PASSWORD = 'a long enough password'
const PATIENCE_MS = 20_000

/** Somebody at a browser of their own, who does what people do and sees what the screen shows. */
export type Person = Readonly<{ name: string; page: Page; faults: readonly string[] }>

/** Opens the one-time link that the first start printed and makes the chair's account. */
export async function chairSignsUp(browser: Browser, house: House): Promise<Person> {
  const { page, faults } = await newPerson(browser)
  await page.goto(house.setupLink)
  await page.getByLabel('Title of the negotiation').fill('Convention on cybercrime')
  await page.getByLabel('Your name').fill('Ines Duarte')
  await page.getByLabel('E-mail address').fill('chair@example.org')
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account and open the desk' }).click()
  await page.getByRole('button', { name: /Bring in a text/ }).first().waitFor()
  return { name: 'Ines Duarte', page, faults }
}

/** Has `chair` make an invitation on the desk; answers its link. */
export async function invites({ page }: Person, { role, delegation }: Readonly<{ role: Role; delegation: string }>): Promise<string> {
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByLabel('Delegation or office').fill(delegation)
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByLabel('Invitation link').inputValue()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return link
}

/** Opens an invitation's link in a new browser and joins with a new account. */
export async function joins(browser: Browser, link: string, name: string): Promise<Person> {
  const { page, faults } = await newPerson(browser)
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.org`)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account and join' }).click()
  await page.getByRole('heading', { name: 'Texts' }).waitFor()
  return { name, page, faults }
}

/** Brings in a file from the desk. */
export async function bringsIn({ page }: Person, { path, kind, title, submitter }: Readonly<{ path: string; kind: string; title: string; submitter: string }>): Promise<void> {
  await page.getByRole('button', { name: /Bring in a text/ }).first().click()
  const dialog = page.getByRole('dialog')
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(path)
  await dialog.getByLabel('Kind').selectOption(kind)
  await dialog.getByLabel('Title', { exact: true }).fill(title)
  if (submitter !== '') await dialog.getByLabel('Submitted by').fill(submitter)
  await dialog.getByRole('button', { name: 'Bring in', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(title).first().waitFor()
}

/** The text's page in the editor. */
export const paper = ({ page }: Person): Locator => page.locator('.ProseMirror')

/** The clause of the page that holds `words`. */
export const clauseWith = (person: Person, words: string): Locator => paper(person).locator('[data-clause]', { hasText: words })

/** Opens the text called `title` from the desk and waits until it can be read. */
export async function opensText(person: Person, path: string): Promise<void> {
  await person.page.goto(path)
  await paper(person).locator('[data-clause]').first().waitFor()
}

/** Puts the caret right behind `words` of the page. */
export const putsCaretBehind = (person: Person, words: string): Promise<void> => pointsAt(person, { words, whole: false })

/** Selects `words` of the page. */
export const selects = (person: Person, words: string): Promise<void> => pointsAt(person, { words, whole: true })

async function pointsAt(person: Person, at: Readonly<{ words: string; whole: boolean }>): Promise<void> {
  await clauseWith(person, at.words).first().scrollIntoViewIfNeeded()
  await paper(person).focus()
  await paper(person).evaluate((root, { words, whole }) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(words) ?? -1
      if (from === -1) continue
      getSelection()?.setBaseAndExtent(node, whole ? from : from + words.length, node, from + words.length)
      // The editor hears of a selection in a task of its own.
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    }
    throw new Error(`no «${words}» on the page`)
  }, at)
}

/** What the page says, a clause a line, with labels. */
export const readsPage = (person: Person): Promise<readonly string[]> =>
  paper(person)
    .locator('[data-clause]')
    .evaluateAll((clauses) =>
      clauses.map((clause) => {
        const copy = clause.cloneNode(true)
        if (copy instanceof Element) for (const caret of copy.querySelectorAll('.remote-caret')) caret.remove()
        return `${clause.getAttribute('data-label') ?? ''} ${(copy.textContent ?? '').replaceAll('\ufeff', '')}`.trim()
      }),
    )

/** The first line of `readsPage` that holds `words`, or ''. */
export const readsLine = async (person: Person, words: string): Promise<string> => (await readsPage(person)).find((line) => line.includes(words)) ?? ''

/** Waits until the page of `person` says that everything is saved. */
export const isSaved = ({ page }: Person): Promise<void> =>
  page.locator('.saved-state[data-state="saved"]').waitFor({ timeout: PATIENCE_MS })

/** Waits until both pages read the same; fails with what differs. */
export async function readTheSame(one: Person, other: Person): Promise<void> {
  await expect.poll(async () => JSON.stringify(await readsPage(one)) === JSON.stringify(await readsPage(other)), { timeout: PATIENCE_MS }).toBe(true)
}

/** Waits until `read` gives what `wanted` says. */
export const sees = <T>(read: () => Promise<T>): ReturnType<typeof expect.poll> => expect.poll(read, { timeout: PATIENCE_MS })
