import type { Editor } from '@tiptap/react'
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { isDivision, parseClauseId, type ClauseId } from '#shared/clauses/index.ts'
import { wordsAnchor, clauseAnchor, type Anchor, type AnchorGround } from '#shared/records/index.ts'
import type { DraftSync } from '#shared/document/index.ts'
import { labelledPage } from './labels.ts'
import { citationIn, lastAtOrBefore, spotAt } from './places.ts'
import type { CurrentClause } from './Toolbar.tsx'

/** How long the page rests before what hangs on its words is looked for again, in milliseconds. */
const RESTS_MS = 200

/** The clause that the caret stands in. */
export function currentClause(state: EditorState): (CurrentClause & Readonly<{ id: ClauseId }>) | null {
  const spot = spotAt(state, state.selection.head)
  const clause = labelledPage(state)?.clauses.find(({ id }) => id === spot?.clauseId)
  return clause === undefined ? null : { id: clause.id, kind: clause.kind, number: clause.number }
}

/** The heading that the caret stands under, for the outline. */
export function currentHeading(state: EditorState): ClauseId | null {
  const page = labelledPage(state)
  if (page === null) return null
  for (let at = lastAtOrBefore(page.positions, state.selection.head); at >= 0; at--) {
    const clause = page.clauses[at]
    if (clause !== undefined && isDivision(clause.kind) && clause.kind !== 'title') return clause.id
  }
  return null
}

/** What a comment would be about now: the selected words of one clause, or the clause that the caret stands in. */
export function subjectOf(state: EditorState, sync: DraftSync): Readonly<{ anchor: Anchor; citation: string }> | null {
  const from = spotAt(state, state.selection.from)
  const to = spotAt(state, state.selection.to)
  if (from === null || to === null) return null
  const citation = citationIn(state, from.clauseId)
  if (state.selection.empty || from.clauseId !== to.clauseId) return { anchor: clauseAnchor(from.clauseId), citation }
  const ground = groundOf(state).find(({ id }) => id === from.clauseId)
  if (ground === undefined) return null
  const place = sync.placeAt(from)
  return { anchor: wordsAnchor(ground, { from: from.offset, to: to.offset, place: place === null ? null : toBase64(place) }), citation }
}

/** A clause that has not changed is the same node, and its words are not read again. */
const grounds = new WeakMap<Node, AnchorGround>()

/** The page's clauses with their words, as anchors are looked for in them; the same objects while these do not change. An inline atom counts as one character. */
export function groundOf(state: EditorState): readonly AnchorGround[] {
  const ground: AnchorGround[] = []
  state.doc.forEach((node) => {
    const known = grounds.get(node) ?? readGround(node)
    if (known === null) return
    grounds.set(node, known)
    ground.push(known)
  })
  return ground
}

function readGround(node: Node): AnchorGround | null {
  const id = parseClauseId(node.attrs['id'])
  return id === null ? null : { id, text: node.textBetween(0, node.content.size, undefined, '\ufffc') }
}

/** The page's ground as it was when the page last rested, and word of each time that it rests after a change. */
export type RestedGround = Readonly<{ ground: () => readonly AnchorGround[]; onRested: (listener: () => void) => () => void }>

export function restedGround(editor: Editor): RestedGround {
  let ground = groundOf(editor.state)
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const onUpdate = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      ground = groundOf(editor.state)
      for (const listener of listeners) listener()
    }, RESTS_MS)
  }
  return {
    ground: () => ground,
    onRested: (listener) => {
      if (listeners.size === 0) editor.on('update', onUpdate)
      listeners.add(listener)
      onUpdate()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        editor.off('update', onUpdate)
        clearTimeout(timer)
      }
    },
  }
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** The bytes of `text`, or null when it is no base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null // somebody else's record: not ours to trust
  }
}
