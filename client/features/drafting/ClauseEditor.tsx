import { Editor } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import type { TFunction } from 'i18next'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { newClauseId } from '#client/platform/index.ts'
import { draftExtensions, draftKeymap, draftSync, type DraftSync } from '#shared/document/index.ts'
import { caretClause } from './caret-clause.ts'
import { carets } from './carets.ts'
import { heardSelections } from './heard-selection.ts'
import { clauseLabels, labelledPage, withBasis, type LabelBasis } from './labels.ts'
import { redlineMarks } from './redline-marks.ts'
import { threadMarks } from './thread-marks.ts'
import { unknownClauses } from './unknown-clauses.ts'
import { wordMarks } from './word-marks.ts'

/** A text open in the editor: Tiptap's editor, and what binds it to the live draft. */
export type OpenEditor = Readonly<{ editor: Editor; sync: DraftSync }>

export type OpenEditorOptions = Readonly<{
  doc: Doc
  awareness: Awareness
  basis: LabelBasis
  canEdit: boolean
  title: string
  onThreadChosen: (threadId: string) => void
  /** Called when an act was refused because of something that this page does not know. The same function throughout. */
  onKept: () => void
}>

/** Opens the live draft in an editor for as long as the component stands; another draft needs another component. `ClausePage` shows it. */
export function useOpenEditor(options: OpenEditorOptions): OpenEditor {
  const { t } = useTranslation()
  const [open] = useState(() => openEditor(options, t))
  const { basis, canEdit } = options
  const { editor, sync } = open
  useEffect(
    () => () => {
      editor.destroy()
      sync.destroy()
    },
    [editor, sync],
  )
  useEffect(() => {
    if (editor.isEditable !== canEdit) editor.setEditable(canEdit)
  }, [editor, canEdit])
  useEffect(() => {
    if (labelledPage(editor.state)?.basis !== basis) editor.view.dispatch(withBasis(editor.state.tr, basis))
  }, [editor, basis])
  return open
}

function openEditor({ doc, awareness, basis, canEdit, title, onThreadChosen, onKept }: OpenEditorOptions, t: TFunction): OpenEditor {
  const sync = draftSync({ doc, newId: newClauseId, onKept })
  const editor = new Editor({
    element: null, // until the page stands
    extensions: [...draftExtensions, heardSelections(doc), sync.extension, draftKeymap(sync), caretClause, clauseLabels(basis, t('drafting.deleted')), unknownClauses(t('drafting.unknownClause')), carets({ awareness, sync }), threadMarks(onThreadChosen), wordMarks, redlineMarks],
    editable: canEdit,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { delete: false }, // nobody listens to it, and it looks at every change
    editorProps: {
      // Focusable also while it is read only, so that the caret stays where it is when the text is frozen and let go.
      attributes: { tabindex: '0', role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('drafting.page', { title }), spellcheck: 'true' },
    },
  })
  // Tiptap gives a view its plugins when it has drawn the text once without them: with these beforehand it is drawn but once.
  editor.view.updateState(EditorState.create({ doc: sync.startDoc(editor.schema), plugins: editor.extensionManager.plugins }))
  return { editor, sync }
}

/** The page itself: one's own text is written in it, everybody's is read in it. */
export function ClausePage({ editor, basis, direction }: Readonly<{ editor: Editor; basis: LabelBasis; direction: 'ltr' | 'rtl' }>) {
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (sheet.current !== null) editor.mount(sheet.current)
    return () => editor.unmount()
  }, [editor])
  return (
    <div className="drafting__page">
      <div ref={sheet} className="treaty" data-style={basis.settings.style} lang={basis.settings.language} dir={direction} />
    </div>
  )
}
