import { Alert, Button, CloseButton, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { sentenceOf } from '#client/messages/index.ts'
import { api, deskQuery } from '#client/platform/index.ts'
import { MATRIX_TEXTS, type TextRef, type TextView } from '#shared/api/index.ts'
import './comparison.css'

type PickerProps = Readonly<{ negotiationId: string; base: string | null; revised: string | null; more?: number }>

/**
 * Picks any two of the negotiation's texts or versions and pins their comparison, or up to six and pins their matrix.
 * `base` and `revised`: what to begin with, each a text's id or `text:version`; `more`: so many places beside them.
 */
export function ComparisonPicker({ negotiationId, base, revised, more = 0 }: PickerProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const desk = useQuery(deskQuery(negotiationId))
  const [picked, setPicked] = useState<readonly (string | null)[]>([base, revised, ...Array.from({ length: more }, () => null)])
  const pin = useMutation({
    mutationFn: async (refs: readonly TextRef[]) => {
      const [first, second] = refs
      if (refs.length > 2) return `matrix/${(await api.pinMatrix(negotiationId, { texts: [...refs] })).id}`
      if (first === undefined || second === undefined) throw new Error('two texts are compared')
      return `compare/${(await api.pinComparison(negotiationId, { base: first, revised: second })).id}`
    },
    onSuccess: (path) => navigate(`/n/${negotiationId}/${path}`),
  })
  const texts = desk.data?.texts ?? []
  const options = texts.flatMap((text) => optionsOf(text, t))
  // A further place that nothing was chosen for is left out.
  const chosen = picked.filter((choice, at) => at < 2 || choice !== null)
  const refs = chosen.flatMap((choice) => parseChoice(choice, options) ?? [])
  const repeated = (at: number): boolean => picked[at] !== null && picked.indexOf(picked[at] ?? null) < at
  const choose = (at: number, value: string | null) => setPicked((now) => now.map((one, place) => (place === at ? value : one)))
  return (
    <Stack className="comparison-picker" maw={640}>
      <Title order={1} size="h2">{t('comparison.pick.title')}</Title>
      <Text c="dimmed">{options.length < 2 && desk.data ? t('comparison.pick.tooFew') : t('comparison.pick.lead')}</Text>
      {picked.map((choice, at) => (
        <Group key={at} align="end" gap="xs" wrap="nowrap">
          <Select
            flex={1}
            label={at === 0 ? t('comparison.pick.base') : at === 1 ? t('comparison.pick.revised') : t('matrix.pick.further', { number: at + 1 })}
            placeholder={t('comparison.pick.choose')}
            data={options}
            value={choice}
            onChange={(value) => choose(at, value)}
            searchable
            comboboxProps={{ withinPortal: false }}
            withScrollArea={false}
            classNames={{ options: 'scrolled-options' }}
            error={repeated(at) ? t('comparison.pick.same') : undefined}
          />
          {at > 1 && <CloseButton mb={4} aria-label={t('matrix.pick.remove', { number: at + 1 })} onClick={() => setPicked((now) => now.filter((_, place) => place !== at))} />}
        </Group>
      ))}
      {pin.error !== null && <Alert color="red">{sentenceOf(pin.error, t)}</Alert>}
      <Group>
        <Button disabled={refs.length < chosen.length || picked.some((_, at) => repeated(at))} loading={pin.isPending} onClick={() => pin.mutate(refs)}>
          {t('comparison.pick.compare')}
        </Button>
        <Button variant="subtle" onClick={() => setPicked(([first = null, second = null, ...others]) => [second, first, ...others])}>{t('comparison.pick.swap')}</Button>
        {picked.length < MATRIX_TEXTS.most && <Button variant="subtle" onClick={() => setPicked((now) => [...now, null])}>{t('matrix.pick.add')}</Button>}
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
