import type { Cosmetic, RedlineRun } from './types.ts'

/** The base text of a redline, read back from its runs (RL1). */
export const baseText = (runs: readonly RedlineRun[]): string => textOf(runs, 'insert')

/** The revised text of a redline, read back from its runs (RL2). */
export const revisedText = (runs: readonly RedlineRun[]): string => textOf(runs, 'strike')

const textOf = (runs: readonly RedlineRun[], hidden: RedlineRun['kind']): string =>
  runs
    .filter((run) => run.kind !== hidden)
    .map((run) => run.text)
    .join('')

/** Whether a run changes wording: not typography, nor a reference that only follows a renumbering. */
export const isWordingChange = ({ kind, cosmetic }: RedlineRun): boolean =>
  kind !== 'keep' && cosmetic !== 'typography' && cosmetic !== 'reference'

export const changesWording = (runs: readonly RedlineRun[]): boolean => runs.some(isWordingChange)

/** Collects runs so that no two neighbours are of one kind and a strike stands before its insertion (RL3). */
export class RunWriter {
  readonly #runs: RedlineRun[] = []
  #kept = ''
  #struck = ''
  #inserted = ''
  #cosmetic: Cosmetic | null = null

  keep(text: string): void {
    if (text === '') return
    this.#flushChange()
    this.#kept += text
  }

  change(struck: string, inserted: string, cosmetic: Cosmetic | null): void {
    if (struck === inserted) return this.keep(struck)
    this.#flushKept()
    const first = this.#struck === '' && this.#inserted === ''
    this.#cosmetic = first ? cosmetic : graver(this.#cosmetic, cosmetic)
    this.#struck += struck
    this.#inserted += inserted
    return undefined
  }

  /** The same words on both sides: kept when they are the same to the letter, else a `cosmetic` change. */
  pair(base: string, revised: string, cosmetic: Cosmetic | null): void {
    if (base === revised) this.keep(base)
    else this.change(base, revised, cosmetic)
  }

  runs(): readonly RedlineRun[] {
    this.#flushChange()
    this.#flushKept()
    return this.#runs
  }

  #flushKept(): void {
    if (this.#kept !== '') this.#runs.push({ kind: 'keep', text: this.#kept })
    this.#kept = ''
  }

  #flushChange(): void {
    const cosmetic = this.#cosmetic === null ? {} : { cosmetic: this.#cosmetic }
    if (this.#struck !== '') this.#runs.push({ kind: 'strike', text: this.#struck, ...cosmetic })
    if (this.#inserted !== '') this.#runs.push({ kind: 'insert', text: this.#inserted, ...cosmetic })
    this.#struck = this.#inserted = ''
    this.#cosmetic = null
  }
}

/** A change of wording beside a cosmetic one is a change of wording. */
const graver = (one: Cosmetic | null, other: Cosmetic | null): Cosmetic | null => {
  if (one === null || other === null) return null
  if (one === 'reference' || other === 'reference') return one === 'spelling' || other === 'spelling' ? null : 'reference'
  return one === 'spelling' || other === 'spelling' ? 'spelling' : 'typography'
}
