import { Loader, Title, UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import IconFiles from '@tabler/icons-react/dist/esm/icons/IconFiles.mjs'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { FailureNotice } from '#client/ui/index.ts'
import type { DeskView, SampleLoaded } from '#shared/api/index.ts'
import { TEXT_KINDS, may } from '#shared/rights/index.ts'
import classes from './EmptyDesk.module.css'

type Props = Readonly<{ desk: DeskView; onBringIn: () => void; onSample: (sample: SampleLoaded) => void }>

/** A negotiation without texts: one sentence and the two ways to begin, as far as one's role allows them. */
export function EmptyDesk({ desk, onBringIn, onSample }: Props) {
  const { t } = useTranslation()
  const { me, negotiation } = desk
  const load = useMutation({ mutationFn: () => api.loadSample(negotiation.id), onSuccess: onSample })
  const mayBringIn = TEXT_KINDS.some((kind) => may(me, { do: 'bring-in', kind, delegation: me.delegation }))
  const maySample = may(me, { do: 'start-sample' })
  return (
    <div className={classes.empty}>
      <Title order={1}>{negotiation.title}</Title>
      <p className={classes.lead}>{mayBringIn || maySample ? t('desk.empty.lead') : t('desk.empty.leadWaiting')}</p>
      <div className={classes.choices}>
        {mayBringIn && (
          <UnstyledButton className={classes.choice} onClick={onBringIn}>
            <IconFileImport size={28} stroke={1.4} aria-hidden />
            <span className={classes.name}>{t('desk.empty.bringIn')}</span>
            <span className={classes.hint}>
              {t('desk.empty.bringInHint')}
            </span>
          </UnstyledButton>
        )}
        {maySample && (
          <UnstyledButton className={classes.choice} onClick={() => load.mutate()} disabled={load.isPending}>
            {load.isPending ? <Loader size={28} /> : <IconFiles size={28} stroke={1.4} aria-hidden />}
            <span className={classes.name}>{load.isPending ? t('desk.empty.loadingSample') : t('desk.empty.sample')}</span>
            <span className={classes.hint}>
              {t('desk.empty.sampleHint')}
            </span>
          </UnstyledButton>
        )}
      </div>
      <FailureNotice failure={load.error} />
    </div>
  )
}
