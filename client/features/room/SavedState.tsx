import { useTranslation } from 'react-i18next'
import type { RoomView } from './connection.ts'
import './room.css'

/** Why somebody cannot change the text: their role, or the chair's word. */
export type Standing = 'edits' | 'reads' | 'frozen'

const WHERE = { computer: 'kept', writing: 'keeping', page: 'inPage' } as const satisfies Record<Extract<RoomView, { keeping: unknown }>['keeping'], string>
const STANDS = { edits: 'room.saved', reads: 'room.readOnly', frozen: 'room.frozen' } as const satisfies Record<Standing, string>

/** Whether what was typed is saved, and where: one symbol and a few words, always in sight, said aloud when it turns bad. */
export function SavedState({ view, standing }: Readonly<{ view: RoomView; standing: Standing }>) {
  const { t } = useTranslation()
  const state = saveStateOf(view)
  const count = view.status === 'joining' ? 0 : view.unsaved
  const where = view.status === 'joining' ? 'kept' : WHERE[view.keeping]
  const words = {
    joining: () => t('room.joining'),
    saved: () => t(STANDS[standing]),
    saving: () => t('room.saving'),
    offline: () => (count === 0 ? t('room.offlineNothing') : t(`room.offline.${where}`, { count })),
    unstored: () => t(`room.unstored.${where}`, { count }),
    refused: () => t('room.refused'),
  }[state]
  return (
    <output className="saved-state" data-state={state} data-keeping={where}>
      {words()}
    </output>
  )
}

type Saved = 'joining' | 'saved' | 'saving' | 'offline' | 'unstored' | 'refused'

function saveStateOf(view: RoomView): Saved {
  if (view.status === 'live') return view.unsaved === 0 ? 'saved' : 'saving'
  if (view.status === 'offline') return view.because === 'storage-full' || view.because === 'storage-failed' ? 'unstored' : 'offline'
  return view.status
}
