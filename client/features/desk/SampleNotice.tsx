import { Button, CloseButton, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs'
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '#client/platform/index.ts'
import { CopyField, FailureNotice } from '#client/ui/index.ts'
import type { SampleLoaded } from '#shared/api/index.ts'
import type { DeskPlaces } from './places.ts'
import classes from './SampleNotice.module.css'
import { loopbackTwin } from './second-drafter.ts'

type Props = Readonly<{
  negotiationId: string
  sample: SampleLoaded
  places: DeskPlaces
  /** A fresh link for a further second drafter, or null when the notice is closed. */
  onSample: (sample: SampleLoaded | null) => void
}>

/** What a newcomer does next with the sample: compare its two drafts, and see live drafting as two people. */
export function SampleNotice({ negotiationId, sample, places, onSample }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [base, revised] = sample.draftIds
  const compare = useMutation({
    mutationFn: (sides: Readonly<{ base: string; revised: string }>) =>
      api.pinComparison(negotiationId, { base: { textId: sides.base, versionId: null }, revised: { textId: sides.revised, versionId: null } }),
    onSuccess: ({ id }) => navigate(places.comparison(id)),
  })
  const [opened, setOpened] = useState<string | null>(null)
  const again = useMutation({ mutationFn: () => api.loadSample(negotiationId), onSuccess: onSample })
  const spent = opened === sample.secondDrafterPath // the link works once
  const twin = loopbackTwin(window.location.origin, sample.secondDrafterPath)
  return (
    <section className={classes.notice} aria-labelledby="sample-title">
      <Title order={2} id="sample-title">
        {t('desk.sample.title')}
      </Title>
      <CloseButton className={classes.close} aria-label={t('desk.sample.dismiss')} onClick={() => onSample(null)} />
      <div className={classes.ways}>
        {base !== undefined && revised !== undefined && (
          <Button leftSection={<IconArrowsDiff size={18} aria-hidden />} loading={compare.isPending} onClick={() => compare.mutate({ base, revised })}>
            {t('desk.sample.compare')}
          </Button>
        )}
        {twin !== null && !spent && (
          <Button
            component="a"
            href={twin}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconExternalLink size={18} aria-hidden />}
            onClick={() => setOpened(sample.secondDrafterPath)}
          >
            {t('desk.sample.second')}
          </Button>
        )}
        {spent && (
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            {t('desk.sample.again')}
          </Button>
        )}
      </div>
      {twin === null ? (
        <CopyField label={t('desk.sample.secondCopy')} value={new URL(sample.secondDrafterPath, window.location.origin).href} />
      ) : (
        <Text size="sm" c="dimmed">
          {spent ? t('desk.sample.secondOpened') : t('desk.sample.secondHint')}
        </Text>
      )}
      <FailureNotice failure={compare.error ?? again.error} />
    </section>
  )
}
