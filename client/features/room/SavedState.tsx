import { useTranslation } from 'react-i18next'
import type { RoomView } from './connection.ts'
import './room.css'

/** Whether what was typed is saved: one symbol and a few words, always in sight, said aloud when it turns bad. */
export function SavedState({ view, canEdit }: Readonly<{ view: RoomView; canEdit: boolean }>) {
  const { t } = useTranslation()
  const state = saveStateOf(view)
  const words = {
    joining: () => t('room.joining'),
    saved: () => t(canEdit ? 'room.saved' : 'room.readOnly'),
    saving: () => t('room.saving'),
    offline: () => t('room.offline', { count: unsavedIn(view) }),
    unstored: () => t('room.unstored', { count: unsavedIn(view) }),
    refused: () => t('room.refused'),
  }[state]
  return (
    <output className="saved-state" data-state={state}>
      {words()}
    </output>
  )
}

type Saved = 'joining' | 'saved' | 'saving' | 'offline' | 'unstored' | 'refused'

const unsavedIn = (view: RoomView): number => (view.status === 'joining' ? 0 : view.unsaved)

function saveStateOf(view: RoomView): Saved {
  if (view.status === 'live') return view.unsaved === 0 ? 'saved' : 'saving'
  if (view.status === 'offline') return view.because === 'storage-full' || view.because === 'storage-failed' ? 'unstored' : 'offline'
  return view.status
}
