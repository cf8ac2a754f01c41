import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { PresentMember } from '#shared/protocol/index.ts'
import type { Spot } from '#shared/records/index.ts'
import { positionOf, spotAt } from './places.ts'

/** Somebody else's caret or selection, where it stands in the text. */
export type RemoteCaret = Readonly<{ client: number; member: PresentMember; anchor: Spot; head: Spot }>

/** The carets of the others, and the way to tell them of one's own. */
export type CaretExchange = Readonly<{
  others: () => readonly RemoteCaret[]
  subscribe: (listener: () => void) => () => void
  tell: (own: Readonly<{ anchor: Spot; head: Spot }> | null) => void
}>

const key = new PluginKey<DecorationSet>('carets')

/** Shows where the others are, with name and delegation, and tells them where one is oneself. */
export const carets = (exchange: CaretExchange) =>
  Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, drawn, _before, state) => (tr.getMeta(key) === true ? draw(state, exchange.others()) : drawn.map(tr.mapping, tr.doc)),
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => follow(view, exchange),
      }),
    ],
  })

function follow(view: EditorView, exchange: CaretExchange) {
  const stop = exchange.subscribe(() => view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false)))
  const tell = ({ state, hasFocus }: Readonly<{ state: EditorState; hasFocus: boolean }>) => {
    const anchor = spotAt(state, state.selection.anchor)
    const head = spotAt(state, state.selection.head)
    exchange.tell(hasFocus && anchor && head ? { anchor, head } : null)
  }
  return {
    update: (now: EditorView, before: EditorState) => {
      if (!now.state.selection.eq(before.selection) || now.state.doc !== before.doc) tell({ state: now.state, hasFocus: now.hasFocus() })
    },
    destroy: () => {
      stop()
      exchange.tell(null)
    },
  }
}

function draw(state: EditorState, others: readonly RemoteCaret[]): DecorationSet {
  const decorations = others.flatMap(({ client, member, anchor, head }) => {
    const from = positionOf(state, anchor)
    const to = positionOf(state, head)
    if (from === null || to === null) return []
    const caret = Decoration.widget(to, () => caretElement(member), { key: `caret-${client}-${member.memberId}`, side: 10, ignoreSelection: true })
    const selected = { class: 'remote-selection', 'data-colour': String(member.colour) }
    return from === to ? [caret] : [caret, Decoration.inline(Math.min(from, to), Math.max(from, to), selected)]
  })
  return DecorationSet.create(state.doc, decorations)
}

function caretElement({ name, delegation, colour }: PresentMember): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'remote-caret'
  caret.dataset['colour'] = String(colour)
  const label = document.createElement('span')
  label.className = 'remote-caret__name'
  label.textContent = delegation === '' ? name : `${name} · ${delegation}`
  caret.append(label)
  return caret
}
