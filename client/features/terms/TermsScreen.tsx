import { Alert, Checkbox, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { TextView } from '#shared/api/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import { LooseList } from './LooseList.tsx'
import { TermsTable } from './TermsTable.tsx'
import { useTerms } from './use-terms.ts'
import './terms.css'

export type TermsScreenProps = Readonly<{
  texts: readonly TextView[]
  /** The texts that stand side by side, in this order. */
  chosen: readonly string[]
  onChoose: (textIds: readonly string[]) => void
  clausePath: (textId: string, clauseId: ClauseId) => string
}>

export const MAX_TEXTS = 6

/** The defined terms of one text, or of several side by side. */
export function TermsScreen({ texts, chosen, onChoose, clausePath }: TermsScreenProps) {
  const { t } = useTranslation()
  const shown = chosen.flatMap((id) => texts.filter((text) => text.id === id)).slice(0, MAX_TEXTS)
  const ids = shown.map(({ id }) => id)
  return (
    <div className="terms">
      <Title order={1} size="h3">
        {t('terms.title')}
      </Title>
      <Text c="dimmed">{t('terms.lead')}</Text>
      <Checkbox.Group className="terms__choice" label={t('terms.choose')} value={ids} onChange={(next) => onChoose(next.slice(0, MAX_TEXTS))}>
        <Group gap="xs" mt={4}>
          {texts.map(({ id, title }) => (
            <Checkbox key={id} size="xs" value={id} label={title} disabled={ids.length >= MAX_TEXTS && !ids.includes(id)} />
          ))}
        </Group>
      </Checkbox.Group>
      {ids.length >= MAX_TEXTS && <p className="terms__none">{t('terms.tooMany')}</p>}
      {new Set(shown.map(({ language }) => language)).size > 1 && <Alert variant="default">{t('terms.mixed')}</Alert>}
      {shown.length === 0 ? <p className="terms__none">{t('terms.noText')}</p> : <Table key={ids.join(' ')} texts={shown} clausePath={clausePath} />}
    </div>
  )
}

function Table({ texts, clausePath }: Readonly<{ texts: readonly TextView[] }> & Pick<TermsScreenProps, 'clausePath'>) {
  const { t } = useTranslation()
  const terms = useTerms(texts)
  if (terms.state === 'failed') return <FailureNotice failure={terms.failure} onRetry={terms.retry} />
  if (terms.state !== 'ready') return <Waiting what={t(terms.state === 'fetching' ? 'terms.fetching' : 'terms.working')} />
  const { table, columns } = terms
  return (
    <>
      {table.rows.length === 0 ? <p className="terms__none">{t('terms.none')}</p> : <TermsTable rows={table.rows} columns={columns} clausePath={clausePath} />}
      <LooseList loose={table.loose} columns={columns} clausePath={clausePath} />
    </>
  )
}
