import type { Clause } from '#shared/clauses/index.ts'
import { finish } from '../steps.ts'
import type { Row } from '../types.ts'
import { Classifier, type Asked, type Classified, type Spot } from './classes.ts'
import { figuresOf } from './figures.ts'
import type { Classes, RowClass } from './types.ts'

/** A clause of the revised text that reads otherwise now: its row and itself by index, and what it reads. */
export type Reworded = Readonly<{ row: number; at: number; clause: Clause }>

/** The classes of a comparison's rows, kept while only words of the revised text change (IC4). */
export class KeptClasses {
  readonly #classifier: Classifier
  readonly #found: (RowClass | null)[] = []
  readonly #asked: Asked[] = []
  readonly #spots: readonly Spot[]

  constructor(base: Classified, revised: Classified, rows: readonly Row[]) {
    this.#classifier = new Classifier(base, revised, rows)
    this.#spots = rows.map((row) => this.#classifier.spotOf(row))
    rows.forEach((row, i) => this.#classify(i, row))
  }

  get classes(): Classes {
    return { rows: [...this.#found], figures: figuresOf(this.#found) }
  }

  /** The classes once these clauses read otherwise; `rows` are the rows as they are then, in the same places. */
  reword(reworded: readonly Reworded[], rows: readonly Row[]): Classes {
    const stale = new Set(reworded.map(({ row }) => row))
    for (const { row: index, at, clause } of reworded) {
      const [row, spot] = [rows[index], this.#spots[index]]
      if (row === undefined || spot === undefined) continue
      const turned = this.#classifier.reword(at, clause, row)
      for (const [i, asked] of this.#asked.entries()) {
        const other = this.#spots[i]
        if (other === undefined) continue
        if (this.#classifier.restsOn(spot, other, asked) || asked.words.some((word) => turned.has(word))) stale.add(i)
      }
    }
    for (const i of stale) {
      const row = rows[i]
      if (row !== undefined) this.#classify(i, row)
    }
    return this.classes
  }

  #classify(index: number, row: Row): void {
    const { found, asked } = finish(this.#classifier.rowSteps(row))
    this.#found[index] = found
    this.#asked[index] = asked
  }
}
