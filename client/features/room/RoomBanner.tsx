import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RoomView } from './connection.ts'

/** Across the page when the line is down for a reason that people must know: nothing is being saved, or access ended. */
export function RoomBanner({ view }: Readonly<{ view: RoomView }>) {
  const { t } = useTranslation()
  if (view.status !== 'offline' && view.status !== 'refused') return null
  const { because, unsaved, keeping } = view
  const where = keeping === 'page' ? 'inPage' : 'kept'
  if (because === 'line-lost' || because === 'shutting-down' || because === 'access-changed') {
    if (unsaved === 0) return null
    return <Alert color={keeping === 'page' ? 'red' : 'yellow'} className="room-banner">{t(`room.banner.offline.${where}`, { count: unsaved })}</Alert>
  }
  const kept = unsaved === 0 ? '' : t(`room.banner.${where}`, { count: unsaved })
  return (
    <Alert color="red" className="room-banner" role="alert">
      {t(`refusals.${because}`)} {kept}
    </Alert>
  )
}
