import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium: the one in `TRAVAUX_BROWSER`, by default Debian's. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['TRAVAUX_BROWSER'] ?? '/usr/bin/chromium', args: FLAGS })

/** A person's own browser profile: cookies and storage shared with nobody. Faults on the page's console fail the story. */
export async function newPerson(browser: Browser): Promise<Readonly<{ context: BrowserContext; page: Page; faults: string[] }>> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 820 }, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  return { context, page, faults }
}

/** Fails, and lets the story go on, with what axe finds on the page as it is shown now, in words. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source)
  await page.evaluate(() => {
    // What is scrolled out of sight is not drawn, and keeps the colours of the scheme in which it was drawn last.
    const drawn = new CSSStyleSheet()
    drawn.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [drawn]
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }> } }
    return (await axe.run()).violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.slice(0, 5).map((node) => node.html.slice(0, 160)).join(' | ')}`)
  })
  expect.soft(found, `accessibility of ${where}`).toEqual([])
}
