import { Alert, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { reloadPage } from '#client/platform/index.ts'
import type { RoomView } from './connection.ts'

/** Refusals that a new page does away with. */
const RELOADS: ReadonlySet<string> = new Set(['client-outdated', 'frame-malformed', 'foreign-authorship', 'marker-deleted'])

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
      {t(`refusals.${because}`)} {kept}{' '}
      {RELOADS.has(because) && (
        <Button size="compact-sm" variant="default" onClick={reloadPage}>
          {t('common.action.reload')}
        </Button>
      )}
    </Alert>
  )
}
