import type { Node } from '@tiptap/pm/model'
import type { ClauseId, NewClauseId } from '#shared/clauses/index.ts'
import type { DraftModel } from '../model/model.ts'
import { joinPieces, samePieces } from '../model/piece.ts'
import { idOf, piecesOf } from '../model/projection.ts'
import { removedSegments } from './structure.ts'
import { nodesIn, type ClauseWindow } from '../model/window.ts'

/**
 * What ids are given by: the step's window, both documents, the ids that the document before it had, and the clauses that
 * earlier steps of the same act took away.
 */
export type IdGround = Readonly<{
  window: ClauseWindow
  base: Node
  revised: Node
  baseIds: readonly (ClauseId | null)[]
  gone: ReadonlyMap<ClauseId, Node>
  model: DraftModel
  newId: NewClauseId
}>

/**
 * Whether `id` is of a removed clause whose words are those of `node`: cut and pasted, or dragged, it comes back (DC6). Not where
 * some of its words are shown, having been split off by somebody else meanwhile: they would leave the clause they now stand in.
 */
function comesBack({ model, gone }: IdGround, id: ClauseId, node: Node): boolean {
  const taken = gone.get(id)
  if (taken) return samePieces(piecesOf(taken.content), piecesOf(node.content))
  const segments = removedSegments(model, id)
  if (segments === null || segments.some(({ flags }) => !flags.removed)) return false
  return samePieces(joinPieces(segments.map(({ reading }) => reading.pieces)), piecesOf(node.content))
}

/** A new id that no segment bears: two keys of one id would cost one of them its words (DC6). */
export function freshId(model: DraftModel, newId: NewClauseId): ClauseId {
  let id = newId()
  while (model.byId.has(id)) id = newId()
  return id
}

/** One claim at a time on the ids of the window. */
class Claims {
  readonly ids: (ClauseId | null)[]
  readonly #taken = new Set<ClauseId>()

  constructor(count: number) {
    this.ids = Array.from({ length: count }, () => null)
  }

  give(index: number, id: ClauseId | null | undefined): void {
    if (!id || this.#taken.has(id) || this.ids[index] !== null) return
    this.#taken.add(id)
    this.ids[index] = id
  }
}

/**
 * The ids of the clauses after a step, in its window (DC6): words keep their id. An id that the document shows outside the
 * window, one that it never had, or one claimed twice, counts once or not at all; what is left gets a new one.
 */
export function assignIds(ground: IdGround): readonly ClauseId[] {
  const { window, base, revised, baseIds, model, newId } = ground
  const { from, before, after, head, tail } = window
  const old = nodesIn(base, from, before)
  const now = nodesIn(revised, from, after)
  const oldIds = baseIds.slice(from, from + before)
  const claims = new Claims(after)
  const [first, last] = [oldIds[0], oldIds.at(-1)]
  const soloTail = before === 1 && head === 0

  if (head !== null && head > 0) claims.give(0, first)
  // Nothing stays in front: the words behind keep their id, be it after Enter at the start or joined into an empty clause.
  if (tail !== null && tail > 0 && (soloTail || head === null || before > 1)) {
    const joined = after === 1 && head !== null && (head > 0 || (old[0]?.content.size ?? 0) > 0)
    if (!joined || before === 1) claims.give(after - 1, last)
  }
  const wanted = now.map((node) => {
    const id = idOf(node)
    return id !== null && oldIds.includes(id) ? id : null
  })
  const identical = (index: number, id: ClauseId) => old.some((node, at) => node === now[index] && oldIds[at] === id)
  wanted.forEach((id, index) => id && identical(index, id) && claims.give(index, id))
  wanted.forEach((id, index) => id && (now[index]?.content.size ?? 0) > 0 && claims.give(index, id))
  wanted.forEach((id, index) => claims.give(index, id))
  now.forEach((node, index) => {
    const id = idOf(node)
    if (id !== null && claims.ids[index] === null && !baseIds.includes(id) && comesBack(ground, id, node)) claims.give(index, id)
  })
  return claims.ids.map((id) => id ?? freshId(model, newId))
}
