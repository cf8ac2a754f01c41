import * as Y from 'yjs'
import { Emptied, Forgotten, drawBelow, type Kept, type Note, type TextKey } from '#client/platform/index.ts'
import { readMeta, type Standing } from '#shared/document/index.ts'
import { afterTime, type After } from './after.ts'

/**
 * Where changes that are not on the server are kept: on this computer, or only in the page that is open. `writing`: the latest
 * are on their way to the former.
 */
export type Keeping = 'computer' | 'writing' | 'page'

/** What was found of earlier pages: whether there was anything, how many changes they could not send, what they set out from. */
export type Found = Readonly<{ some: boolean; unsent: number; base: Standing | null }>

export const NOTHING_FOUND: Found = { some: false, unsent: 0, base: null }

/** This page's copy of one draft on this computer. Nothing of it rejects: what fails shows in `keeping`. */
export type KeptCopy = Readonly<{
  /** Resolves once what is kept is in the draft. */
  found: Promise<Found>
  keeping: () => Keeping
  /** How many changes this page has yet to send, to be kept with the words. */
  note: (unsent: number) => void
  /** How the draft stood when the line was lost, to be kept with what this page has yet to send. */
  setOut: (base: Standing) => void
  /** All that earlier pages had left to send is on the server now. */
  settle: () => void
  /** Keeps nothing more; resolves when what was under way is written. */
  close: () => Promise<void>
}>

export type KeptCopyOptions = Readonly<{
  doc: Y.Doc
  /** The browser's storage; null where there is none. */
  kept: Promise<Kept | null>
  key: TextKey
  /** The origin of what is read from the copy. */
  origin: unknown
  /** ISO 8601 UTC. */
  now: () => string
  /** `keeping` may have changed. */
  onChange: () => void
  after?: After
}>

/** So many updates are read at opening in no noticeable time; beyond, they are folded into one, at opening or leaving. */
const TRIM_AT = 200
/** How long what others write is gathered, in milliseconds: it is on the server, and a write for each of their keys would be felt. */
const GATHERS_MS = 2_000
/** A page that stays open for days folds after so many writes: folding a large draft can be felt once. */
const TRIM_EVERY = 2_000

/** A name that no other page has. */
export const drawName = (): string => Array.from({ length: 4 }, () => drawBelow(2 ** 32).toString(36)).join('')

/** Keeps every change of `doc` on this computer, in order: one's own at once, several in one while a write is under way. */
export function keepCopy(options: KeptCopyOptions): KeptCopy {
  const copy = new WrittenCopy(options)
  return {
    found: copy.open(),
    keeping: () => copy.keeping(),
    note: (unsent) => copy.note(unsent),
    setOut: (base) => copy.setOut(base),
    settle: () => copy.settle(),
    close: () => copy.close(),
  }
}

class WrittenCopy {
  readonly #options: KeptCopyOptions
  readonly #writer = drawName()
  #kept: Kept | null = null
  #epoch = 0
  #generation = 0
  #earlier: readonly Note[] = []
  #updates: Uint8Array[] = []
  #note: Note | null = null
  #base: Standing | null = null
  #noted = 0
  /** The copy lacks something that was not written: it must be written whole. */
  #isPartial = false
  /** So many changes pass before a write that failed is tried again. */
  #patience = 0
  #failures = 0
  #writes = 0
  #isClosed = false
  #isFailing = false
  #writing: Promise<void> | null = null
  #stopGathering: (() => void) | null = null

  constructor(options: KeptCopyOptions) {
    this.#options = options
    options.doc.on('update', this.#take)
  }

  async open(): Promise<Found> {
    const { doc, kept, key, origin } = this.#options
    try {
      const storage = await kept
      if (storage === null || this.#isClosed) return this.#without()
      const { updates, notes, base, epoch, generation } = await storage.read(key)
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update, origin)
      }, origin)
      this.#kept = storage
      this.#epoch = epoch
      this.#generation = generation
      this.#earlier = notes
      this.#write()
      if (updates.length > TRIM_AT) await this.#trim()
      return { some: updates.length > 0, unsent: notes.reduce((sum, { unsent }) => sum + unsent, 0), base }
    } catch {
      return this.#without() // the browser keeps nothing: the state says so
    }
  }

  #without(): Found {
    this.#isClosed = true
    this.#updates = []
    this.#fails(true)
    return NOTHING_FOUND
  }

  readonly #take = (update: Uint8Array, origin: unknown, ...[, { local }]: [Y.Doc, Y.Transaction]): void => {
    if (origin === this.#options.origin || this.#isClosed) return
    this.#updates.push(update)
    if (local) this.#gathered()
    else this.#stopGathering ??= (this.#options.after ?? afterTime)(GATHERS_MS, () => this.#gathered())
  }

  #gathered(): void {
    this.#stopGathering?.()
    this.#stopGathering = null
    this.#write()
  }

  setOut(base: Standing): void {
    this.#base = base // written with the first change that cannot be sent
  }

  note(unsent: number): void {
    if (unsent === this.#noted || this.#isClosed) return
    this.#noted = unsent
    this.#note = this.#noteNow()
    this.#write()
  }

  #hasMore(): boolean {
    return this.#updates.length > 0 || this.#note !== null
  }

  #noteNow(): Note {
    const { doc, now } = this.#options
    return { writer: this.#writer, serial: drawName(), unsent: this.#noted, title: readMeta(doc).title, at: now() }
  }

  settle(): void {
    const notes = this.#earlier
    this.#earlier = []
    // A note that stays says too much, never too little.
    if (notes.length > 0) this.#kept?.settle(this.#options.key, notes).catch(() => this.#fails(true))
  }

  async close(): Promise<void> {
    this.#options.doc.off('update', this.#take)
    if (this.#stopGathering !== null) this.#gathered()
    this.#isClosed = true
    while (this.#writing !== null) await this.#writing // one write may begin as another ends
    if (this.#writes > TRIM_AT) await this.#trim()
  }

  async #trim(): Promise<void> {
    this.#writes = 0
    // A copy that is not folded is as good, only slower to read.
    await this.#kept?.trim(this.#options.key, Y.mergeUpdates).catch(() => undefined)
  }

  keeping(): Keeping {
    if (this.#isFailing) return 'page'
    return this.#writing === null && !this.#hasMore() ? 'computer' : 'writing'
  }

  #fails(isFailing: boolean): void {
    this.#isFailing = isFailing
    this.#options.onChange()
  }

  #write(): void {
    if (this.#kept === null || this.#writing !== null || this.#patience-- > 0) return
    const kept = this.#kept
    // What else happens in this turn goes into the same write.
    this.#writing = Promise.resolve()
      .then(() => this.#writeAll(kept))
      .finally(() => {
        this.#writing = null
        // What came after the last look and before now has found a write under way, and nobody would come for it.
        if (this.#hasMore() && !this.#isFailing && this.#stopGathering === null) this.#write()
        this.#options.onChange()
      })
  }

  async #writeAll(kept: Kept): Promise<void> {
    const { doc, key } = this.#options
    while (this.#hasMore()) {
      const updates = this.#updates.splice(0)
      const note = this.#note
      const base = note !== null && note.unsent > 0 ? this.#base : null
      this.#note = null
      const changed = updates.length === 0 ? null : Y.mergeUpdates(updates)
      const update = this.#isPartial ? Y.encodeStateAsUpdate(doc) : changed
      try {
        await kept.write(key, { update, note, base, writer: this.#writer, epoch: this.#epoch, generation: this.#generation })
        this.#isPartial = false
        this.#failures = 0
        if (++this.#writes >= TRIM_EVERY) await this.#trim()
        if (base !== null) this.#base = null
        this.#isFailing = false
      } catch (failure) {
        this.#isPartial = true
        this.#note ??= note ?? this.#noteNow()
        if (failure instanceof Emptied) this.#epoch = failure.epoch
        else return this.#failed(failure)
      }
    }
  }

  #failed(failure: unknown): void {
    if (failure instanceof Forgotten) this.#without()
    this.#patience = 2 ** Math.min(this.#failures++, 6) - 1
    this.#fails(true)
  }
}
