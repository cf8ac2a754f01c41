import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { sentenceOf } from '#client/messages/index.ts'
import { api, deskQuery } from '#client/platform/index.ts'
import type { TextRef, TextView } from '#shared/api/index.ts'
import './comparison.css'

/** Picks any two of the negotiation's texts or versions and pins their comparison. `base` and `revised`: text ids to begin with. */
export function ComparisonPicker({ negotiationId, base, revised }: Readonly<{ negotiationId: string; base: string | null; revised: string | null }>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const desk = useQuery(deskQuery(negotiationId))
  const [picked, setPicked] = useState({ base, revised })
  const pin = useMutation({
    mutationFn: (refs: Readonly<{ base: TextRef; revised: TextRef }>) => api.pinComparison(negotiationId, refs),
    onSuccess: ({ id }) => navigate(`/n/${negotiationId}/compare/${id}`),
  })
  const texts = desk.data?.texts ?? []
  const options = texts.flatMap((text) => optionsOf(text, t))
  const refs = { base: parseChoice(picked.base, options), revised: parseChoice(picked.revised, options) }
  const same = picked.base !== null && picked.base === picked.revised
  return (
    <Stack className="comparison-picker" maw={640}>
      <Title order={1} size="h2">{t('comparison.pick.title')}</Title>
      <Text c="dimmed">{options.length < 2 && desk.data ? t('comparison.pick.tooFew') : t('comparison.pick.lead')}</Text>
      {(['base', 'revised'] as const).map((side) => (
        <Select
          key={side}
          label={t(`comparison.pick.${side}`)}
          placeholder={t('comparison.pick.choose')}
          data={options}
          value={picked[side]}
          onChange={(value) => setPicked((now) => ({ ...now, [side]: value }))}
          searchable
          comboboxProps={{ withinPortal: false }}
          withScrollArea={false}
          classNames={{ options: 'scrolled-options' }}
          error={side === 'revised' && same ? t('comparison.pick.same') : undefined}
        />
      ))}
      {pin.error !== null && <Alert color="red">{sentenceOf(pin.error, t)}</Alert>}
      <Group>
        <Button
          disabled={refs.base === null || refs.revised === null || same}
          loading={pin.isPending}
          onClick={() => refs.base && refs.revised && pin.mutate({ base: refs.base, revised: refs.revised })}
        >
          {t('comparison.pick.compare')}
        </Button>
        <Button variant="subtle" onClick={() => setPicked(({ base: b, revised: r }) => ({ base: r, revised: b }))}>{t('comparison.pick.swap')}</Button>
      </Group>
    </Stack>
  )
}

type Option = Readonly<{ value: string; label: string }>

/** A text as it stands is chosen by its id alone, a version by `text:version`. */
function optionsOf(text: TextView, t: TFunction): Option[] {
  const versions = text.versions.map(({ id, symbol, ordinal }) => ({
    value: `${text.id}:${id}`,
    label: t('comparison.pick.version', { title: text.title, version: symbol ?? t('comparison.versionLabel', { ordinal }) }),
  }))
  return [{ value: text.id, label: t('comparison.pick.asItStands', { title: text.title }) }, ...versions]
}

function parseChoice(choice: string | null, options: readonly Option[]): TextRef | null {
  if (choice === null || !options.some(({ value }) => value === choice)) return null
  const [textId = '', versionId] = choice.split(':')
  return { textId, versionId: versionId ?? null }
}
