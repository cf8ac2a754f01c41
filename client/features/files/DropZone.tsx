import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readChosen, type ChosenFile } from '#client/platform/index.ts'
import classes from './DropZone.module.css'
import { fileOfPaste } from './pasted.ts'

export type Dropped = Readonly<{ file: ChosenFile; count: number } | { failure: unknown }>

type Props = Readonly<{
  /** False while nothing may be brought in, by rights or because a dialog is open. */
  active: boolean
  onDropped: (dropped: Dropped) => void
  children: ReactNode
}>

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true
const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** Takes a file that is dropped anywhere in the window, or words that are pasted outside any field. */
export function DropZone({ active, onDropped, children }: Props) {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)

  const take = useEffectEvent(async (files: FileList) => {
    const [first] = files
    if (first === undefined) return
    try {
      onDropped({ file: await readChosen(first), count: files.length })
    } catch (failure) {
      onDropped({ failure })
    }
  })
  const takePaste = useEffectEvent(({ clipboardData, target }: ClipboardEvent) => {
    if (clipboardData === null || isField(target)) return
    if (clipboardData.files.length > 0) void take(clipboardData.files)
    else {
      const file = fileOfPaste(clipboardData)
      if (file !== null) onDropped({ file, count: 1 })
    }
  })

  useEffect(() => {
    // A file that is dropped beside the page would replace it in the tab, so it is caught even when it is not taken.
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = active ? 'copy' : 'none'
      setOver(active)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (active && event.dataTransfer !== null) void take(event.dataTransfer.files)
    }
    const paste = (event: ClipboardEvent) => {
      if (active) takePaste(event)
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [active])

  return (
    <>
      {children}
      {over && (
        <div className={classes.over} aria-hidden>
          <span>{t('files.drop')}</span>
        </div>
      )}
    </>
  )
}
