/*
 * From a key to the screen, in Chromium, in a draft of 2,000 clauses: the product as people use it (real server, numbering, 500
 * comments, three others' carets moving) beside Tiptap's own collaboration over y-websocket on the same paragraphs with nothing
 * around it. Then what a key that somebody else types costs the page: processor time of its main thread (CDP's TaskDuration in
 * thread ticks), from the websocket's message to the last task that follows from it, less what the page uses anyhow.
 */
import { otherIn, type Other } from './keystroke/others.ts'
import { PEER, OPENS_WITHIN_MS, openSetting, type Setting, type Side } from './keystroke/pages.ts'
import { mainThreadMs, type, watch, type Strokes, type TypedPage } from './keystroke/typing.ts'
import { median, percentile, report, type Figure } from './report.ts'

const SHARES = [0.02, 0.5, 0.97]
const EACH = 50
const TURNS = Number(process.env['BENCH_ROUNDS'] ?? 5)
const CARET_MOVES_MS = 400
const REMOTE_KEYS = 20
/** Slow enough that what waits for a pause in typing is done for each key. */
const REMOTE_EVERY_MS = 250
const SIDES = ['ours', 'peer'] as const

async function openPage(setting: Setting, side: Side): Promise<TypedPage> {
  const page = await setting.newPage(side)
  await page.goto(setting.urlOf(side))
  await page.waitForFunction((count) => (document.querySelector('.ProseMirror[contenteditable="true"]')?.childElementCount ?? 0) >= count, setting.clauses, { timeout: OPENS_WITHIN_MS })
  if (side === 'ours') await page.locator('[data-thread]').first().waitFor({ state: 'attached', timeout: OPENS_WITHIN_MS })
  return watch(page)
}

/** Does `work` while the carets of `others` move. */
async function amongCarets<Result>(others: readonly Other[], work: () => Promise<Result>): Promise<Result> {
  let next = 0
  const moving = setInterval(() => others[next++ % others.length]?.move(), CARET_MOVES_MS / others.length)
  try {
    return await work()
  } finally {
    clearInterval(moving)
  }
}

/** Processor time of a page's main thread for each key that `other` types; carets rest meanwhile. */
async function takesIn({ page, metrics }: TypedPage, other: Other): Promise<number> {
  await page.bringToFront()
  await page.waitForTimeout(1_000)
  const used = async (perKey: () => void): Promise<number> => {
    const before = await mainThreadMs(metrics)
    for (let i = 0; i < REMOTE_KEYS; i++) {
      perKey()
      await page.waitForTimeout(REMOTE_EVERY_MS)
    }
    await page.waitForTimeout(500)
    return (await mainThreadMs(metrics)) - before
  }
  const idle = await used(() => undefined)
  return ((await used(() => other.type())) - idle) / REMOTE_KEYS
}

const setting = await openSetting()
try {
  const cookies = await Promise.all(['Amina Bello', 'Bo Lindqvist', 'Chen Wei'].map((name) => setting.house.letIn(name)))
  const others = await Promise.all(cookies.map((cookie, i) => otherIn(setting.entryOf('ours', cookie), i + 1)))
  const remote = { ours: others[0], peer: await otherIn(setting.entryOf('peer', ''), 1) }
  const pages = { ours: await openPage(setting, 'ours'), peer: await openPage(setting, 'peer') }
  for (const other of others) other.move()
  await pages.ours.page.bringToFront()
  await pages.ours.page.locator('.remote-caret').nth(2).waitFor({ state: 'attached', timeout: OPENS_WITHIN_MS })

  const typed: Record<Side, Strokes[]> = { ours: [], peer: [] }
  const taken: Record<Side, number[]> = { ours: [], peer: [] }
  const write = (side: Side, share: number): Promise<Strokes> =>
    side === 'ours' ? amongCarets(others, () => type(pages.ours, share, EACH)) : type(pages.peer, share, EACH)
  for (const side of SIDES) await write(side, 0.5) // does not count
  for (let turn = 0; turn < TURNS; turn++) for (const share of SHARES) for (const side of turn % 2 === 0 ? SIDES : SIDES.toReversed()) typed[side].push(await write(side, share))
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const side of SIDES) {
      const other = remote[side]
      const cost = other === undefined ? Number.NaN : await takesIn(pages[side], other)
      if (turn > 0) taken[side].push(cost)
    }
  }
  const figure = (what: string, of: (side: Side) => number, atMost?: number): Figure => ({
    what,
    unit: 'ms',
    ours: of('ours'),
    peer: { name: PEER, value: of('peer') },
    ...(atMost === undefined ? {} : { toReach: { atMost } }),
  })
  const frames = (side: Side): readonly number[] => typed[side].flatMap(({ toFrame }) => toFrame)
  report(`${setting.clauses} clauses, 500 comments, 3 carets: ${EACH * TURNS} keys at each of three places and ${REMOTE_KEYS * TURNS} keys of somebody else, in turns`, [
    figure('key to paint, p50', (side) => median(frames(side))),
    figure('key to paint, p95', (side) => percentile(frames(side), 0.95), 1),
    figure('key to paint, p99', (side) => percentile(frames(side), 0.99)),
    figure('main thread a key typed here (carets included), median', (side) => median(typed[side].map(({ mainThread }) => mainThread))),
    figure('main thread a key typed by somebody else, median', (side) => median(taken[side]), 0.25),
  ])
} finally {
  await setting.close()
}
process.exit() // providers of those who sat in the rooms would wait for their servers
