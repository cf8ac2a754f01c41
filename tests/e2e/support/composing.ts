import type { CDPSession, Page } from 'playwright-core'

/** Somebody's input method: it composes at the caret, as one for Japanese does, and in the end puts what is chosen. */
export type InputMethod = Readonly<{
  compose: (text: string) => Promise<void>
  commit: (text: string) => Promise<void>
  /** The composition events that the page had since it was last asked. */
  events: () => Promise<readonly string[]>
}>

/** An input method for `page`. */
export async function inputMethodOn(page: Page): Promise<InputMethod> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heardComposition: heard })
    for (const type of ['compositionstart', 'compositionend']) document.addEventListener(type, () => heard.push(type), true)
  })
  return {
    compose: async (text) => {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text })
    },
    events: () => page.evaluate(() => (window as unknown as { heardComposition: string[] }).heardComposition.splice(0)),
  }
}

/** Notes what the page's sockets receive from now on; resolves once one frame holds `words` (ASCII). */
export function hearing(page: Page): Readonly<{ words: (words: string) => Promise<void> }> {
  let heard = ''
  const waiting = new Set<() => void>()
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      heard += payload.toString('latin1')
      for (const look of waiting) look()
    }),
  )
  return {
    words: (words) =>
      new Promise((resolve) => {
        const look = () => {
          if (!heard.includes(words)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

/** Once `page` is loaded anew, what its sockets receive can be held back, from `begin` until the page has the event `letMessagesIn`. */
export async function holdsMessages(page: Page): Promise<Readonly<{ begin: () => Promise<void> }>> {
  await page.addInitScript(() => {
    const held: (() => void)[] = []
    let isHolding = false
    const plain = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage')
    Object.defineProperty(WebSocket.prototype, 'onmessage', {
      ...plain,
      set(this: WebSocket, hear: (event: MessageEvent) => void) {
        plain?.set?.call(this, (event: MessageEvent) => {
          if (isHolding) held.push(() => hear(event))
          else hear(event)
        })
      },
    })
    addEventListener('holdMessages', () => (isHolding = true))
    addEventListener('letMessagesIn', () => {
      isHolding = false
      for (const hear of held.splice(0)) hear()
    })
  })
  return { begin: () => page.evaluate(() => void dispatchEvent(new Event('holdMessages'))) }
}
