import { Alert, Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import IconSnowflake from '@tabler/icons-react/dist/esm/icons/IconSnowflake.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FreezeDialog } from '#client/features/files/index.ts'
import { queryKeys } from '#client/platform/index.ts'
import type { DeskView, TextView } from '#shared/api/index.ts'
import { may } from '#shared/rights/index.ts'

type Props = Readonly<{ desk: Pick<DeskView, 'me' | 'negotiation'>; text: Pick<TextView, 'id' | 'title' | 'kind' | 'delegation' | 'frozen'> }>

/** Across the page of a frozen text: who froze it and why; the way on for whoever may give it. */
export function FrozenBanner({ desk, text }: Props) {
  const { t } = useTranslation()
  if (text.frozen === null) return null
  const { by, reason } = text.frozen
  return (
    <Alert color="blue" className="room-banner" icon={<IconSnowflake size={18} aria-hidden />}>
      {t('desk.texts.frozen', { by, reason })} <FreezeButton desk={desk} text={text} />
    </Alert>
  )
}

/** Freezes the text or lets it be changed again; nothing for whoever may not. */
export function FreezeButton({ desk, text }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  if (!may(desk.me, { do: 'freeze', text })) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t(text.frozen === null ? 'desk.texts.freeze' : 'desk.texts.unfreeze')}
      </Button>
      <FreezeDialog text={isOpen ? text : null} onDone={() => void queries.invalidateQueries({ queryKey: queryKeys.desk(desk.negotiation.id) })} onClose={() => setOpen(false)} />
    </>
  )
}
