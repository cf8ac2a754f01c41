import type { Node } from '@tiptap/pm/model'
import type { DraftModel } from '../model/model.ts'
import type { Spot } from '../model/place.ts'
import { idOf } from '../model/projection.ts'
import type { CaretPlaces } from '../sync-types.ts'

/** The clause and offset of a document position inside a clause; null elsewhere. */
export function spotOf(doc: Node, pos: number): Spot | null {
  const at = doc.resolve(pos)
  const clause = at.depth === 1 ? idOf(at.parent) : null
  return clause === null ? null : { clauseId: clause, offset: at.parentOffset }
}

/** The document position of a spot, null when the editor does not show its clause. Offsets beyond its end mean its end. */
export function positionOf(model: DraftModel, doc: Node, { clauseId, offset }: Spot): number | null {
  const index = model.blockOf(clauseId)?.index
  const node = index === undefined ? null : doc.maybeChild(index)
  if (index === undefined || !node) return null
  let pos = 1
  for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize
  return pos + Math.min(offset, node.content.size)
}

const toText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function toBytes(raw: unknown): Uint8Array | null {
  if (typeof raw !== 'string' || raw.length > 400 || !/^(?:[0-9a-f]{2})+$/.test(raw)) return null
  return Uint8Array.from({ length: raw.length / 2 }, (_, index) => Number.parseInt(raw.slice(index * 2, index * 2 + 2), 16))
}

export const encodeCaret = ({ anchor, head }: Readonly<{ anchor: Uint8Array; head: Uint8Array }>): CaretPlaces => ({
  anchor: toText(anchor),
  head: toText(head),
})

/** The two places of a caret from awareness, null when `raw` is none. */
export function decodeCaret(raw: unknown): Readonly<{ anchor: Uint8Array; head: Uint8Array }> | null {
  if (typeof raw !== 'object' || raw === null || !('anchor' in raw) || !('head' in raw)) return null
  const [anchor, head] = [toBytes(raw.anchor), toBytes(raw.head)]
  return anchor && head ? { anchor, head } : null
}
