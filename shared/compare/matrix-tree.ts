import { invariant } from '#shared/kernel/index.ts'

type Member = Readonly<{ column: number; clause: number }>

/** A row while the matrix is built: the clause of each text in it. `isOwn`: the base has it. Rows below one are a chain. */
export type TreeRow = { readonly clauses: (number | null)[]; readonly isOwn: boolean; readonly parent: TreeRow | null; first: TreeRow | null; last: TreeRow | null; next: TreeRow | null }

/** The rows of a matrix as a tree, so that what belongs to a clause stays together with it wherever others are woven in. */
export class MatrixTree {
  readonly #columns: number
  readonly #top: TreeRow
  readonly #rowOf: readonly Map<number, TreeRow>[]
  /** Clauses that share the row of another once that has one. */
  readonly #tied = new Map<string, readonly Member[]>()

  constructor(columns: number) {
    this.#columns = columns
    this.#top = this.#emptyRow(null, false)
    this.#rowOf = Array.from({ length: columns }, () => new Map<number, TreeRow>())
  }

  /** The row of a clause; of none, the top. Null where it has no row yet. */
  rowOf({ column, clause }: Member): TreeRow | null {
    return clause < 0 ? this.#top : (this.#rowOf[column]?.get(clause) ?? null)
  }

  /** A row of the base, last of those below its `parent`. */
  addLast(member: Member, parent: TreeRow): void {
    this.#place(member, { parent, behind: parent.last, isOwn: true })
  }

  /** Puts `member` into `row`, which has no clause of its text yet. */
  join(row: TreeRow | null, member: Member): void {
    invariant(row !== null && row.clauses[member.column] === null, 'a row has one clause of a text')
    row.clauses[member.column] = member.clause
    this.#rowOf[member.column]?.set(member.clause, row)
  }

  /** `others` will stand in the row that `first` gets. */
  tie(first: Member, others: readonly Member[]): void {
    this.#tied.set(nameOf(first), others)
  }

  /** A new row right behind `anchor`, or the first below `home`. What another text has there came first. */
  addBehind(member: Member, home: TreeRow, anchor: TreeRow | null): void {
    const parent = anchor?.parent ?? home
    let behind = anchor
    for (let next = behind === null ? parent.first : behind.next; next !== null && !next.isOwn && next.clauses[member.column] === null; next = next.next) behind = next
    const row = this.#place(member, { parent, behind, isOwn: false })
    for (const tied of this.#tied.get(nameOf(member)) ?? []) this.join(row, tied)
  }

  /** All rows, each before those below it. */
  rows(): readonly TreeRow[] {
    const all: TreeRow[] = []
    const collect = (row: TreeRow): void => {
      for (let below = row.first; below !== null; below = below.next) {
        all.push(below)
        collect(below)
      }
    }
    collect(this.#top)
    return all
  }

  #place(member: Member, { parent, behind, isOwn }: Readonly<{ parent: TreeRow; behind: TreeRow | null; isOwn: boolean }>): TreeRow {
    const row = this.#emptyRow(parent, isOwn)
    row.next = behind === null ? parent.first : behind.next
    if (behind === null) parent.first = row
    else behind.next = row
    if (row.next === null) parent.last = row
    this.join(row, member)
    return row
  }

  #emptyRow(parent: TreeRow | null, isOwn: boolean): TreeRow {
    return { clauses: Array.from({ length: this.#columns }, () => null), isOwn, parent, first: null, last: null, next: null }
  }
}

const nameOf = ({ column, clause }: Member): string => `${column} ${clause}`
