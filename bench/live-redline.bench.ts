/*
 * From a key to the screen, in Chromium, in a draft of 2,000 clauses with 500 comments: with the live redline against another
 * text, in which every fourth clause reads otherwise, beside the same page without it, in turns.
 */
import { OPENS_WITHIN_MS, openSetting } from './keystroke/pages.ts'
import { type, watch, type Strokes } from './keystroke/typing.ts'
import { median, percentile, report, type Figure } from './report.ts'
import { largeDraft } from './support/large-draft.ts'

const SHARES = [0.02, 0.5, 0.97]
const EACH = 40
const TURNS = Number(process.env['BENCH_ROUNDS'] ?? 3)
const STATES = ['on', 'off'] as const

const setting = await openSetting()
try {
  let paragraph = 0
  const base = largeDraft().source.split('\n').map((line) => (line.length > 60 && paragraph++ % 4 === 0 ? line.replace(' ', ' of the former text ') : line)).join('\n')
  await setting.house.bringIn('The former text', base)
  const page = await setting.newPage('ours')
  await page.goto(setting.urlOf('ours'))
  await page.waitForFunction((count) => (document.querySelector('.ProseMirror[contenteditable="true"]')?.querySelectorAll('[data-clause]').length ?? 0) >= count, setting.clauses, { timeout: OPENS_WITHIN_MS })
  const typed = await watch(page)
  const turn = async (state: (typeof STATES)[number]): Promise<void> => {
    await page.keyboard.press('Alt+Shift+R')
    if (state === 'on') await page.locator('.redline-note').nth(100).waitFor({ state: 'attached', timeout: OPENS_WITHIN_MS })
    else await page.locator('.redline-note').first().waitFor({ state: 'detached', timeout: OPENS_WITHIN_MS })
    await page.waitForTimeout(1_000)
  }
  const strokes: Record<(typeof STATES)[number], Strokes[]> = { on: [], off: [] }
  for (let round = 0; round <= TURNS; round++) {
    for (const state of STATES) {
      await turn(state)
      for (const share of SHARES) {
        const found = await type(typed, share, EACH)
        if (round > 0) strokes[state].push(found) // the first round does not count
      }
    }
  }
  const frames = (state: (typeof STATES)[number]): readonly number[] => strokes[state].flatMap(({ toFrame }) => toFrame)
  const figure = (what: string, of: (state: (typeof STATES)[number]) => number): Figure => ({ what, unit: 'ms', ours: of('on'), peer: { name: 'off', value: of('off') } })
  report(`${setting.clauses} clauses, 500 comments, ${EACH * TURNS} keys at each of three places, redline on and off in turns`, [
    figure('key to paint, p50', (state) => median(frames(state))),
    figure('key to paint, p95', (state) => percentile(frames(state), 0.95)),
    figure('key to paint, p99', (state) => percentile(frames(state), 0.99)),
    figure('main thread a key, median', (state) => median(strokes[state].map(({ mainThread }) => mainThread))),
  ])
} finally {
  await setting.close()
}
process.exit()
