import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenFile } from '#client/platform/index.ts'
import { Dialog, FailureNotice } from '#client/ui/index.ts'
import type { BroughtIn, DeskView } from '#shared/api/index.ts'
import { ChooseSource } from './ChooseSource.tsx'
import type { Dropped } from './DropZone.tsx'
import { ReadSource } from './ReadSource.tsx'

type Props = Readonly<{
  desk: DeskView
  opened: boolean
  /** What was dropped or pasted on the desk; null when the dialog was opened by its button. */
  dropped: Dropped | null
  onClose: () => void
  onBroughtIn: (result: BroughtIn) => void
}>

/** From a file or pasted words to a text of the negotiation: choose, look at what was recognised, say what it is. */
export function BringInDialog({ opened, onClose, ...props }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('files.bringIn.title')} opened={opened} onClose={onClose} size="76rem">
      <BringIn {...props} />
    </Dialog>
  )
}

function BringIn({ desk, dropped, onBroughtIn }: Omit<Props, 'opened' | 'onClose'>) {
  const { t } = useTranslation()
  const [file, setFile] = useState<ChosenFile | null>(dropped !== null && 'file' in dropped ? dropped.file : null)
  const [failure, setFailure] = useState<unknown>(dropped !== null && 'failure' in dropped ? dropped.failure : null)
  const choose = (chosen: ChosenFile) => {
    setFailure(null)
    setFile(chosen)
  }
  if (file === null) {
    return (
      <>
        <FailureNotice failure={failure} />
        <ChooseSource onChosen={choose} onFailure={setFailure} />
      </>
    )
  }
  return (
    <>
      {dropped !== null && 'file' in dropped && dropped.count > 1 && <p>{t('files.dropOne', { count: dropped.count })}</p>}
      <ReadSource key={file.name} file={file} desk={desk} onOther={() => setFile(null)} onBroughtIn={onBroughtIn} />
    </>
  )
}
