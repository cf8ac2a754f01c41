import { Alert, Button, Group, NativeSelect, SegmentedControl, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { TextView } from '#shared/api/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import { ClauseRow } from './ClauseRow.tsx'
import { CompositionFigure } from './CompositionFigure.tsx'
import { SHOWN, citedIn, isShown, linesOf, type Line, type ShownKind } from './lines.ts'
import { Patterns } from './Patterns.tsx'
import { useProvenance, type Found } from './use-provenance.ts'
import './provenance.css'

export type ProvenanceScreenProps = Readonly<{
  text: TextView
  /** The reference instruments of the negotiation, the text itself left out. */
  library: readonly TextView[]
  places: Readonly<{ desk: string; text: (clauseId?: ClauseId) => string; terms: string }>
}>

/** Where the words of a text come from: what it is made of, and each clause with the passage that it is closest to. */
export function ProvenanceScreen(props: ProvenanceScreenProps) {
  const { text, library, places } = props
  const { t } = useTranslation()
  return (
    <div className="provenance">
      <header className="provenance__head">
        <Title order={1} size="h3">
          {t('provenance.of', { title: text.title })}
        </Title>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" component={Link} to={places.text()}>
            {t('provenance.back')}
          </Button>
          <Button size="compact-sm" variant="default" component={Link} to={places.terms}>
            {t('provenance.terms')}
          </Button>
        </Group>
        <Text c="dimmed" className="provenance__lead">
          {library.length > 0 && t('provenance.lead', { count: library.length })}
        </Text>
      </header>
      {library.length === 0 ? <NoLibrary desk={places.desk} /> : <Study {...props} />}
    </div>
  )
}

function NoLibrary({ desk }: Readonly<{ desk: string }>) {
  const { t } = useTranslation()
  return (
    <div className="provenance__empty">
      <h2>{t('provenance.none.title')}</h2>
      <p>{t('provenance.none.body')}</p>
      <Button component={Link} to={desk}>
        {t('provenance.none.desk')}
      </Button>
    </div>
  )
}

function Study({ text, library, places }: ProvenanceScreenProps) {
  const { t } = useTranslation()
  const study = useProvenance(text, library)
  if (study.state === 'failed') return <FailureNotice failure={study.failure} onRetry={study.retry} />
  if (study.state !== 'ready') return <Waiting what={t(study.state === 'fetching' ? 'provenance.fetching' : 'provenance.working')} />
  return <FoundProvenance found={study.found} places={places} title={text.title} />
}

function FoundProvenance({ found, places, title }: Readonly<{ found: Found; title: string }> & Pick<ProvenanceScreenProps, 'places'>) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const { instrument, sources, provenance } = found
  const [kind, setKind] = useState<ShownKind>('taken')
  const [source, setSource] = useState<number | null>(null)
  const cited = useMemo(() => citedIn(instrument), [instrument])
  const citedSources = useMemo(() => sources.map((one) => citedIn(one.instrument)), [sources])
  const lines = useMemo(() => linesOf(found, citedSources), [found, citedSources])
  const titles = useMemo(() => sources.map((one) => one.title), [sources])
  const sides = useMemo(() => sources.map((one) => ({ title: one.title, language: one.instrument.text.settings.language, style: one.instrument.text.settings.style })), [sources])
  const own = useMemo(() => ({ title, language: instrument.text.settings.language, style: instrument.text.settings.style }), [title, instrument])
  const others = useMemo(() => new Map(lines.map((line) => [line, otherPassages(line, titles, citedSources)])), [lines, titles, citedSources])
  const shown = useMemo(() => lines.filter((line) => isShown(line, kind, source)), [lines, kind, source])
  return (
    <>
      <Patterns />
      <CompositionFigure provenance={provenance} titles={titles} cited={cited} />
      {provenance.cappedClauses > 0 && <Alert variant="default">{t('provenance.capped', { count: provenance.cappedClauses })}</Alert>}
      <section aria-labelledby="provenance-clauses">
        <div className="provenance__bar">
          <h2 id="provenance-clauses">{t('provenance.clauses')}</h2>
          <SegmentedControl
            size="xs"
            aria-label={t('provenance.show.label')}
            value={kind}
            onChange={(chosen) => setKind(SHOWN.find((one) => one === chosen) ?? 'all')}
            data={SHOWN.map((value) => ({ value, label: t(`provenance.show.${value}`) }))}
          />
          <NativeSelect
            size="xs"
            aria-label={t('provenance.source')}
            value={source === null ? '' : String(source)}
            onChange={({ currentTarget: { value } }) => setSource(value === '' ? null : Number(value))}
            data={[{ value: '', label: t('provenance.everySource') }, ...titles.map((label, i) => ({ value: String(i), label }))]}
          />
          <output>{t('provenance.shown', { count: shown.length, number: number(shown.length) })}</output>
        </div>
        {shown.length === 0 && <p className="provenance__nothing">{t(`provenance.nothing.${kind}`)}</p>}
        <ol className="provenance__list">
          {shown.map((line) => (
            <ClauseRow key={line.clause.id} line={line} own={own} sources={sides} clausePath={places.text(line.clause.id)} others={others.get(line) ?? NONE} />
          ))}
        </ol>
      </section>
    </>
  )
}

const NONE: readonly string[] = []

function otherPassages({ found }: Line, titles: readonly string[], cited: readonly ReturnType<typeof citedIn>[]): readonly string[] {
  return found.passages.slice(1).map(({ source, sourceClause, share }) => `${titles[source] ?? ''}, ${cited[source]?.get(sourceClause)?.citation ?? ''} (${Math.round(100 * share)} %)`)
}
