/*
 * From the address to the first key: a browser that has nothing of the program opens a draft of 2,000 clauses with 500 comments,
 * and types as soon as the page can be written in. Beside it Tiptap's own collaboration over y-websocket with the same paragraphs
 * and nothing around them. Both pages are built for production and served from this machine uncompressed.
 */
import { OPENS_WITHIN_MS, PEER, openSetting, type Setting, type Side } from './keystroke/pages.ts'
import { median, report } from './report.ts'

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9)
const SIDES = ['ours', 'peer'] as const

declare global {
  interface Window {
    benchBlock?: Readonly<{ element: Element; length: number }>
  }
}

/** Milliseconds from the start of the navigation: until the page can be written in, and until the first key stands there. */
type Opened = Readonly<{ editable: number; typed: number }>

async function openOnce(setting: Setting, side: Side): Promise<Opened> {
  const page = await setting.newPage(side)
  try {
    await page.goto(setting.urlOf(side), { waitUntil: 'commit' })
    const ready = await page.waitForFunction(
      (count) => {
        const editor = document.querySelector<HTMLElement>('.ProseMirror[contenteditable="true"]')
        if (editor === null || editor.childElementCount < count) return null
        const at = performance.now()
        const block = [...editor.children].find((child) => (child.textContent ?? '').length > 80)
        const text = block === undefined ? null : document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
        if (block === undefined || text === null) return null
        editor.focus()
        getSelection()?.collapse(text, (text.textContent ?? '').length >> 1) // comments cut the words into pieces
        window.benchBlock = { element: block, length: (block.textContent ?? '').length }
        return at
      },
      setting.clauses,
      { timeout: OPENS_WITHIN_MS, polling: 'raf' },
    )
    await page.keyboard.press('x')
    const typed = await page.waitForFunction(
      () => (window.benchBlock !== undefined && (window.benchBlock.element.textContent ?? '').length > window.benchBlock.length ? performance.now() : null),
      null,
      { timeout: OPENS_WITHIN_MS, polling: 'raf' },
    )
    return { editable: (await ready.jsonValue()) ?? Number.NaN, typed: (await typed.jsonValue()) ?? Number.NaN }
  } finally {
    await page.context().close()
  }
}

const setting = await openSetting()
try {
  const opened: Record<Side, Opened[]> = { ours: [], peer: [] }
  for (const side of SIDES) await openOnce(setting, side) // does not count: the servers are warm afterwards
  for (let round = 0; round < ROUNDS; round++) for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) opened[side].push(await openOnce(setting, side))
  const figure = (what: string, of: (one: Opened) => number) => ({
    what,
    unit: 'ms',
    ours: median(opened.ours.map(of)),
    peer: { name: PEER, value: median(opened.peer.map(of)) },
    toReach: { atMost: 0.7 },
  })
  for (const side of SIDES) console.log(`  ${side}: ${opened[side].map(({ typed }) => typed.toFixed(0)).join(' ')}`)
  report(`A cold browser opens a draft of ${setting.clauses} clauses with 500 comments, medians of ${ROUNDS} in turns`, [
    figure('navigation to a page that can be written in', ({ editable }) => editable),
    figure('navigation to the first key on the page', ({ typed }) => typed),
  ])
} finally {
  await setting.close()
}
process.exit()
