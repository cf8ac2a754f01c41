import * as Y from 'yjs'
import { typeInto } from '../server/rooms/sample.ts'
import { openClient, type Client } from '../server/ws/client.ts'

/** An answer to a state vector: it carries all that the server has not. */
const ANSWER = 1

/**
 * Types numbered words into the first draft as account `as`, over lines that come and go, and keeps which of them the server has
 * called stored.
 */
export class Writer {
  readonly #as: string
  readonly #doc = new Y.Doc()
  readonly #acknowledged = new Set<string>()
  /** What the server has not called stored; `frame` null = not sent over the present line. */
  #open: { word: string; frame: number | null }[] = []
  #client: Client | null = null
  #typed = 0

  constructor(as: string) {
    this.#as = as
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get client(): Client {
    if (this.#client === null) throw new Error('a writer connects first')
    return this.#client
  }

  /** All words that were called stored, ever. */
  get acknowledged(): ReadonlySet<string> {
    this.#note()
    return this.#acknowledged
  }

  /** All words typed, ever. */
  get typed(): readonly string[] {
    return Array.from({ length: this.#typed }, (_, n) => this.#word(n))
  }

  /** Connects to the server at `url`, giving up the line before. */
  connect(url: string): Client {
    this.leave()
    const client = openClient({ url }, {
      as: this.#as,
      doc: this.#doc,
      onSent: (kind, frame) => {
        // An answer carries all that stands open; an update the last word, which counts once all it stands on has been sent.
        const carried = kind === ANSWER ? this.#open : this.#open.slice(0, -1).some((word) => word.frame === null) ? [] : this.#open.slice(-1)
        for (const word of carried) word.frame ??= frame
      },
    })
    client.provider.on('connection-close', () => this.#lineLost())
    this.#client = client
    return client
  }

  leave(): void {
    this.#note()
    this.#client?.provider.destroy()
    this.#client = null
    this.#lineLost()
  }

  /** Types the next word; nothing as long as it has never had the draft, as the editor does. */
  type(): void {
    this.#note()
    if (this.#doc.getText('body').length === 0) return
    const word = this.#word(this.#typed++)
    this.#open.push({ word, frame: null })
    typeInto(this.#doc, word)
  }

  #word(n: number): string {
    return `<${this.#doc.clientID}:${n}>`
  }

  #lineLost(): void {
    this.#open = this.#open.map(({ word }) => ({ word, frame: null }))
  }

  #note(): void {
    const stored = this.#client?.frames.stored ?? 0
    const isStored = ({ frame }: { frame: number | null }): boolean => frame !== null && frame <= stored
    for (const { word } of this.#open.filter(isStored)) this.#acknowledged.add(word)
    this.#open = this.#open.filter((word) => !isStored(word))
  }
}

/** How often each word of writers stands in `text`. */
export function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/<\d+:\d+>/g)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
