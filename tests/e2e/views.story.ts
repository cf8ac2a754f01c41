import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './support/browser.ts'
import { openHouse, type House } from './support/house.ts'
import { bringsIn, chairSignsUp, sees, type Person } from './support/people.ts'

const PURPOSE = 'The purpose of this Convention is to further cooperation between its Parties against offences at sea.'
const COSTS = 'The ordinary costs of executing a request are borne by the State to which it is addressed, unless the States concerned agree otherwise.'
const LANGUAGE = 'Requests and the material attached to them are translated into a language that is acceptable to the central authority of the requested State.'
const ANSWER = 'A request shall be answered within thirty days.'
const NOTICE = 'A State Party notifies the Secretary-General of the authority that receives requests, and of every change thereof, without delay.'

const treaty = (...articles: readonly (readonly [string, ...(readonly string[])])[]): string =>
  `Convention on examples\n\n${articles.map(([heading, ...paragraphs], at) => `Article ${at + 1}\n${heading}\n\n${paragraphs.map((words, nth) => `${nth + 1}. ${words}\n\n`).join('')}`).join('')}`

const TEXTS = {
  'First draft': treaty(['Purpose', PURPOSE], ['Costs', COSTS], ['Language', LANGUAGE], ['Answers', ANSWER, NOTICE]),
  'Second draft': treaty(['Purpose', PURPOSE], ['Answers', ANSWER.replace('shall', 'may'), NOTICE], ['Costs and language', COSTS, LANGUAGE]),
  'Third draft': treaty(['Purpose', PURPOSE], ['Costs', COSTS.replace('unless', 'even if')], ['Training', 'Each Party trains the officials of its central authority every second year.']),
}

const VIEWS = ['Inline', 'Side by side', 'Matrix', 'Map', 'Heat', 'Summary'] as const

/** A comparison and a matrix by keys alone, from the picker to every view, each looked at in light and dark. */
describe('the views of a comparison, by keyboard', () => {
  let browser: Browser
  let house: House
  let chair: Person

  beforeAll(async () => {
    ;[browser, house] = await Promise.all([openBrowser(), openHouse()])
    chair = await chairSignsUp(browser, house)
    const folder = await mkdtemp(join(tmpdir(), 'travaux-views-'))
    for (const [title, wording] of Object.entries(TEXTS)) {
      const path = join(folder, `${title}.txt`)
      await writeFile(path, wording)
      await bringsIn(chair, { path, kind: 'reference', title, submitter: '' })
    }
    await rm(folder, { recursive: true })
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  /** Goes by Tab alone until `goal` has the focus. */
  async function tabsTo(goal: Locator): Promise<void> {
    await goal.waitFor({ state: 'attached' })
    const has = () => goal.evaluate((element) => element === document.activeElement)
    for (let step = 0; step < 150 && !(await has()); step++) await chair.page.keyboard.press('Tab')
    expect(await has(), `Tab reaches ${String(goal)}`).toBe(true)
  }
  const focused = () => chair.page.evaluate(() => document.activeElement?.textContent ?? '')
  const presses = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await chair.page.keyboard.press(key)
  }
  async function picks(place: string, title: string): Promise<void> {
    await tabsTo(chair.page.getByRole('combobox', { name: place }))
    await chair.page.keyboard.type(title)
    await chair.page.getByRole('option', { name: title }).waitFor()
    await presses('ArrowDown', 'Enter')
  }
  /** Chooses a view by arrows among the radio buttons. */
  async function views(name: (typeof VIEWS)[number]): Promise<void> {
    const radios = chair.page.getByRole('radiogroup', { name: 'View' }).getByRole('radio')
    await tabsTo(chair.page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { checked: true }))
    const checked = () => radios.evaluateAll((all) => all.findIndex((radio) => radio instanceof HTMLInputElement && radio.checked))
    const to = VIEWS.indexOf(name)
    for (let at = await checked(); at !== to; at += Math.sign(to - at)) {
      await presses(to > at ? 'ArrowRight' : 'ArrowLeft')
      await sees(checked).toBe(at + Math.sign(to - at))
    }
  }
  async function looksIn(where: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await chair.page.emulateMedia({ colorScheme })
      await chair.page.locator(`:root[data-mantine-color-scheme="${colorScheme}"]`).waitFor()
      await expectAccessible(chair.page, `${where}, ${colorScheme}`)
    }
  }
  const current = () => chair.page.locator('.redline-row[data-current]')

  test('from the picker to a change, and to a clause by its name', async () => {
    const { page } = chair
    await page.goto(`${page.url().replace(/\/$/, '')}/compare`)
    await picks('Base', 'First draft')
    await picks('Revised', 'Second draft')
    await tabsTo(page.getByRole('button', { name: 'Compare', exact: true }))
    await presses('Enter')
    await page.locator('.redline-row').first().waitFor()
    await presses('j')
    await sees(() => current().count()).toBe(1)
    await sees(() => page.locator('.comparison > [aria-live]').first().textContent()).toContain('Change 1 of')
    await presses('/')
    await page.keyboard.type('costs')
    await page.getByRole('option', { name: /Costs/ }).first().waitFor()
    await presses('Enter')
    await sees(() => current().textContent()).toContain('Costs')
  })

  test('the map: down a column, across a ribbon, to the wording', async () => {
    const { page } = chair
    await views('Map')
    await page.locator('.text-map__ribbon').first().waitFor({ state: 'attached' })
    expect(new URL(page.url()).searchParams.get('view')).toBe('map')
    await looksIn('map')
    await tabsTo(page.locator('[data-place="base 0"]'))
    await presses('ArrowDown', 'ArrowDown', 'ArrowDown')
    expect(await focused()).toMatch(/^Article 4 Answers: \d+\u00a0% in Article 2/)
    await presses('ArrowRight')
    expect(await focused()).toMatch(/^Article 2 Answers: \d+\u00a0% from Article 4/)
    await tabsTo(page.getByText('The map as a table'))
    await presses('Enter')
    await page.getByRole('table', { name: 'Which article went where' }).waitFor()
    expect(await page.getByRole('row', { name: /Costs and language merged/ }).count()).toBe(1)
    await looksIn('map with its table')
    await page.keyboard.press('Shift+Tab')
    await presses('Enter')
    await sees(() => current().textContent()).toContain('Answers')
    expect(new URL(page.url()).searchParams.get('view')).toBeNull()
  })

  test('the heat table: cell by cell, and to the wording', async () => {
    const { page } = chair
    await views('Heat')
    const grid = page.getByRole('grid', { name: 'How alike any two articles are' })
    await grid.waitFor()
    await looksIn('heat table')
    await tabsTo(page.locator('[data-cell="0,0"]'))
    await presses('Control+End')
    await sees(() => page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['cell'] : null))).toBe('3,2')
    await presses('Home', 'ArrowRight')
    await sees(focused).toMatch(/^\d+ aligned$/)
    await presses('Enter')
    await sees(() => current().textContent()).toContain('Answers')
  })

  test('the summary, and what differs in substance alone, in every view', async () => {
    const { page } = chair
    await views('Summary')
    await page.getByRole('table', { name: 'What became of each chapter' }).waitFor()
    await looksIn('summary')
    await tabsTo(page.getByLabel('Only what differs in substance'))
    await presses('Space')
    await tabsTo(page.getByLabel('Only what differs', { exact: true }))
    await presses('Space')
    await views('Map')
    await page.getByText(/articles? ha(s|ve) no change of the classes/).waitFor()
    expect(await page.locator('.text-map__column [data-quiet]').allTextContents()).toContainEqual(expect.stringContaining('Purpose'))
    await looksIn('map, filtered')
    await views('Heat')
    await page.getByText(/without a change of the classes/).waitFor()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ view: 'heat', classes: 'substance', only: 'changes' })
    await page.reload()
    await page.getByText(/without a change of the classes/).waitFor()
    await views('Inline')
    await page.locator('.redline-fold').first().waitFor()
  })

  test('on to a matrix of three: cell by cell, and another base', async () => {
    const { page } = chair
    await views('Matrix')
    await page.getByRole('grid', { name: 'The texts beside each other' }).waitFor()
    await tabsTo(page.getByRole('link', { name: 'Add texts' }))
    await presses('Enter')
    await picks('Text 3', 'Third draft')
    await tabsTo(page.getByRole('button', { name: 'Compare', exact: true }))
    await presses('Enter')
    await page.getByText('3 texts beside each other').waitFor()
    const grid = page.getByRole('grid', { name: 'The texts beside each other' })
    await grid.getByText('no corresponding provision').first().waitFor()
    await sees(() => page.getByText('Compared').count()).toBe(0)
    await looksIn('matrix')
    await tabsTo(grid.locator('[data-cell][tabindex="0"]'))
    await presses('j', 'ArrowRight', 'ArrowRight')
    await presses('b')
    await sees(() => page.locator('[aria-live]', { hasText: 'is the base now' }).first().textContent()).toContain('Third draft')
    await grid.getByText('Training').first().waitFor()
    const address = page.url()
    expect(new URL(address).searchParams.get('base')).toBe('3')
    await page.goto(address)
    await sees(() => grid.locator('th[data-base]').textContent()).toContain('Third draft')
    await looksIn('matrix with another base')
    expect(chair.faults).toEqual([])
  })
})
