import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import type { DraftSync } from '#shared/document/index.ts'
import type { PresentMember } from '#shared/protocol/index.ts'
import { hearSelection } from './heard-selection.ts'
import { presentMember } from './present.ts'

/** The carets drawn, and whether one of them stands in words that have not arrived yet. */
type DrawnCarets = Readonly<{ drawn: DecorationSet; awaitsWords: boolean }>

const key = new PluginKey<DrawnCarets>('carets')

/** Awareness field of one's own caret; the name that editors over y-protocols share. */
const FIELD = 'cursor'

/** Shows where the others are, with name and delegation as the server knows them, and tells them where one is oneself. */
export const carets = ({ awareness, sync }: Readonly<{ awareness: Awareness; sync: DraftSync }>) =>
  Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      new Plugin<DrawnCarets>({
        key,
        state: {
          init: (_config, state) => draw(state, awareness, sync),
          apply: (tr, now, ...[, state]) => (tr.getMeta(key) === true ? draw(state, awareness, sync) : { ...now, drawn: now.drawn.map(tr.mapping, tr.doc) }),
        },
        props: { decorations: (state) => key.getState(state)?.drawn },
        view: (view) => follow(view, awareness, sync),
      }),
    ],
  })

function follow(view: EditorView, awareness: Awareness, sync: DraftSync) {
  const redraw = () => view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  const onChange = ({ added, updated, removed }: Readonly<{ added: number[]; updated: number[]; removed: number[] }>) => {
    const own = awareness.clientID
    if ([...added, ...updated, ...removed].some((client) => client !== own)) {
      hearSelection(view)
      redraw()
    }
  }
  let told = ''
  /** Places stay what they are while others write before them: then there is nothing to tell. */
  const tell = () => {
    const places = view.hasFocus() ? sync.caretPlaces(view.state) : null
    const telling = JSON.stringify(places)
    if (telling === told) return
    told = telling
    awareness.setLocalStateField(FIELD, places)
  }
  awareness.on('change', onChange)
  view.dom.addEventListener('focus', tell)
  view.dom.addEventListener('blur', tell)
  return {
    update: (now: EditorView, before: EditorState) => {
      if (!now.state.selection.eq(before.selection)) tell()
      if (now.state.doc !== before.doc && key.getState(now.state)?.awaitsWords === true) redraw()
    },
    destroy: () => {
      awareness.off('change', onChange)
      view.dom.removeEventListener('focus', tell)
      view.dom.removeEventListener('blur', tell)
      awareness.setLocalStateField(FIELD, null)
    },
  }
}

function draw(state: EditorState, awareness: Awareness, sync: DraftSync): DrawnCarets {
  const decorations: Decoration[] = []
  let awaitsWords = false
  for (const [client, entry] of awareness.getStates()) {
    const member = client === awareness.clientID ? null : presentMember(entry)
    const told = entry[FIELD] as unknown
    if (member === null || told === null || told === undefined) continue
    const at = sync.caretPositions(state, told)
    if (at === null) {
      awaitsWords = true
      continue
    }
    const caret = { key: `caret-${client}-${member.memberId}-${at.head}`, side: 10, ignoreSelection: true }
    decorations.push(Decoration.widget(at.head, () => caretElement(member), caret))
    if (at.anchor === at.head) continue
    const [from, to] = [Math.min(at.anchor, at.head), Math.max(at.anchor, at.head)]
    decorations.push(Decoration.inline(from, to, { class: 'remote-selection', 'data-colour': String(member.colour) }))
  }
  return { drawn: DecorationSet.create(state.doc, decorations), awaitsWords }
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
