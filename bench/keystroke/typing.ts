import type { CDPSession, Page } from 'playwright-core'

/** What keystrokes cost, an entry each, in milliseconds. */
export type Strokes = Readonly<{
  /** From keydown until after the next frame: what the eye waits for, the wait for the frame included. */
  toFrame: readonly number[]
  /** Processor time of the page's main thread a key, trailing tasks included. */
  mainThread: number
}>

/** A page whose text is typed in. */
export type TypedPage = Readonly<{ page: Page; metrics: CDPSession }>

declare global {
  interface Window {
    benchStrokes: number[]
  }
}

/** How long the page may go on working for one key before the next comes: 16 keys a second, faster than anybody types. */
const REST_MS = 30
const WORDS = 'the parties shall take such measures as may be needed '

/** Notes, from now on, how long each key took to show. */
export async function watch(page: Page): Promise<TypedPage> {
  const metrics = await page.context().newCDPSession(page)
  await metrics.send('Performance.enable', { timeDomain: 'threadTicks' }) // processor time: a busy machine adds nothing to it
  await page.evaluate(() => {
    window.benchStrokes = []
    window.addEventListener(
      'keydown',
      () => {
        const pressed = performance.now()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => window.benchStrokes.push(performance.now() - pressed))
          port1.start()
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  return { page, metrics }
}

/** Puts the caret in the middle of the first long block at or after `share` (0–1) of the page. */
async function putCaret(page: Page, share: number): Promise<void> {
  await page.bringToFront()
  await page.locator('.ProseMirror').focus()
  await page.evaluate(async (share) => {
    const blocks = [...(document.querySelector('.ProseMirror')?.children ?? [])]
    const from = Math.floor(share * (blocks.length - 1))
    // No named function in here: what runs in the page must not need what a bundler adds to keep names.
    const long = blocks.map((block, at) => ({ block, at })).filter(({ block }) => (block.textContent ?? '').length > 80)
    const block = (long.find(({ at }) => at >= from) ?? long.at(-1))?.block
    if (block === undefined) throw new Error('the page has no long paragraph')
    block.scrollIntoView({ block: 'center' })
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let text = walker.nextNode()
    // What the page shows beside the text is not typed in.
    while (text?.parentElement?.closest('.ProseMirror [contenteditable="false"]')) text = walker.nextNode()
    if (text === null) throw new Error('the paragraph has no words')
    getSelection()?.collapse(text, (text.textContent ?? '').length >> 1)
    for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, share)
  await page.waitForTimeout(400) // what follows a jump of the page is not part of typing
}

/** Types `count` characters at `share` of the page. */
export async function type({ page, metrics }: TypedPage, share: number, count: number): Promise<Strokes> {
  await putCaret(page, share)
  await page.evaluate(() => {
    window.benchStrokes = []
  })
  const before = await mainThreadMs(metrics)
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(WORDS.charAt(i % WORDS.length) === ' ' ? 'Space' : WORDS.charAt(i % WORDS.length))
    await page.waitForTimeout(REST_MS)
  }
  const mainThread = ((await mainThreadMs(metrics)) - before) / count
  await page.waitForFunction((count) => window.benchStrokes.length >= count, count)
  return { toFrame: await page.evaluate(() => window.benchStrokes), mainThread }
}

/** Processor time that the page's main thread has used so far, in milliseconds. */
export async function mainThreadMs(metrics: CDPSession): Promise<number> {
  const { metrics: values } = await metrics.send('Performance.getMetrics')
  return (values.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}
