import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftSync } from '#shared/document/index.ts'

type Unseen = Readonly<{ way: 'undo' | 'redo'; times: number }>

/** Says that an undo or a redo changed nothing that one sees, until something is changed again. */
export function UndoNotice({ editor, sync }: Readonly<{ editor: Pick<Editor, 'on' | 'off'>; sync: Pick<DraftSync, 'onUnseen'> }>) {
  const { t } = useTranslation()
  const [unseen, setUnseen] = useState<Unseen | null>(null)
  useEffect(() => {
    const clear = () => setUnseen(null)
    const stop = sync.onUnseen((way) => setUnseen((before) => ({ way, times: (before?.times ?? 0) + 1 })))
    editor.on('update', clear)
    return () => {
      stop()
      editor.off('update', clear)
    }
  }, [editor, sync])
  return (
    <output className="undo-notice">
      {/* Said again each time: a new element is a new message to a screen reader. */}
      {unseen && <span key={unseen.times}>{t(`drafting.unseen.${unseen.way}`)}</span>}
    </output>
  )
}
