import * as Y from 'yjs'
import { DraftModel } from '#shared/document/model.ts'
import { attrsOf, piecesOf } from '#shared/document/projection.ts'
import { samePieces } from '#shared/document/piece.ts'
import { blockPieces } from '#shared/document/segment.ts'
import type { Drafter } from './drafter.ts'

/** What became of the characters of a run. */
export type Tally = Readonly<{ made: number; lost: readonly string[]; doubled: readonly string[] }>

/** The first difference between what a drafter's editor shows and a fresh reading of the Y.Doc; null when there is none. */
export function differencesFrom({ editor, doc }: Drafter): string | null {
  const shown = editor.state.doc
  shown.check()
  const { blocks } = new DraftModel(doc)
  if (blocks.length === 0) return shown.childCount === 1 && shown.content.size === 2 ? null : `nothing is visible, the editor shows ${shown.toString()}`
  const expected = () => blocks.map((block) => `${block.head.id}:${JSON.stringify(blockPieces(block))}`).join('\n')
  if (shown.childCount !== blocks.length) return `${shown.childCount} clauses, not ${blocks.length}\n${JSON.stringify(shown.toJSON())}\n${expected()}`
  for (const [index, block] of blocks.entries()) {
    const node = shown.child(index)
    if (JSON.stringify(node.attrs) !== JSON.stringify(attrsOf(block))) return `clause ${index}: ${JSON.stringify(node.attrs)}, not ${JSON.stringify(attrsOf(block))}`
    if (!samePieces(piecesOf(node.content), blockPieces(block))) return `clause ${index}: ${JSON.stringify(piecesOf(node.content))}, not ${JSON.stringify(blockPieces(block))}`
  }
  return null
}

/** The characters that stand in removed clauses. */
export function removedWords(doc: Y.Doc): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { flags, reading } of new DraftModel(doc).storage) {
    if (flags.removed) for (const { text } of reading.pieces) for (const character of text ?? '') words.add(character)
  }
  return words
}
