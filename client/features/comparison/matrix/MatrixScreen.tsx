import { Alert, Button, Checkbox, Group, Loader, Switch, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf, useWriting } from '#client/messages/index.ts'
import { matrixQuery } from '#client/platform/index.ts'
import type { MatrixView } from '#shared/api/index.ts'
import { parseHeld } from '#shared/clauses/index.ts'
import { CHANGE_CLASSES } from '#shared/compare/index.ts'
import { ClassFilterBox } from '../ClassFilterBox.tsx'
import { CopyLink, OthersLink } from '../ComparisonActions.tsx'
import { useAddress } from '../use-address.ts'
import { countsOf, useClassFilter } from '../use-class-filter.ts'
import { MatrixBoard } from './MatrixBoard.tsx'
import { useBase } from './use-base.ts'
import { useMatrix, usePairs, type MatrixText } from './use-matrix.ts'
import '../comparison.css'

/** What a matrix's link opens: two to six pinned texts beside each other, read from any of them. */
export function MatrixScreen({ negotiationId, matrixId }: Readonly<{ negotiationId: string; matrixId: string }>) {
  const { t } = useTranslation()
  const pinned = useQuery(matrixQuery(matrixId))
  if (pinned.error !== null) return <Alert color="red" title={t('matrix.title')}>{sentenceOf(pinned.error, t)}</Alert>
  if (pinned.data === undefined) return <output className="comparison-wait"><Loader size="sm" /> {t('matrix.fetching')}</output>
  return <PinnedMatrix key={matrixId} pinned={pinned.data} negotiationId={negotiationId} />
}

function PinnedMatrix({ pinned, negotiationId }: Readonly<{ pinned: MatrixView; negotiationId: string }>) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  const texts = useMemo(
    () => pinned.texts.map(({ title, versionLabel, pinnedAt, contentHash, text, held }): MatrixText => ({ title, version: versionLabel ?? t('comparison.pinned', { moment: moment(pinnedAt) }), contentHash, text, held: parseHeld(held) })),
    [pinned, t, moment],
  )
  const [base, setBase] = useBase(texts.length)
  const [first] = useState(base)
  const pairs = usePairs(texts, first)
  const matrix = useMatrix(texts, base, pairs.lookup)
  const counts = useMemo(() => countsOf(matrix.rows.flatMap(({ differs }) => differs)), [matrix])
  const filter = useClassFilter()
  const [only, writeOnly] = useAddress('only')
  const onlyChanges = only === 'changes'
  return (
    <section className="comparison matrix-page">
      <header className="comparison__bar">
        <Group gap="md" className="matrix-page__top">
          <Title order={1} size="h6">{t('matrix.count', { count: texts.length })}</Title>
          <output className="matrix-page__progress">{pairs.done < pairs.of && <><progress value={pairs.done} max={pairs.of} aria-hidden="true" /> {t('matrix.progress', { done: pairs.done, of: pairs.of })}</>}</output>
          <CopyLink />
          <OthersLink negotiationId={negotiationId} />
        </Group>
        <Group gap="lg" className="matrix-page__filter">
          <ClassFilterBox counts={counts} filter={filter} />
          <Checkbox size="xs" checked={onlyChanges} onChange={(event) => writeOnly(event.currentTarget.checked ? 'changes' : null)} label={t('comparison.onlyChanges')} />
          <Switch size="xs" checked={filter.isSubstanceAlone} onChange={(event) => filter.show(event.currentTarget.checked ? ['substance'] : CHANGE_CLASSES)} label={t('comparison.class.onlySubstance')} />
        </Group>
      </header>
      {pairs.failure !== null && <Alert color="red" title={t('matrix.failed')}>{sentenceOf(pairs.failure, t)} <Button size="compact-xs" variant="default" onClick={pairs.again}>{t('matrix.again')}</Button></Alert>}
      <div className="matrix-page__board">
        <MatrixBoard {...{ matrix, texts, base, onlyChanges }} onBase={setBase} shown={filter.shown} />
      </div>
    </section>
  )
}
