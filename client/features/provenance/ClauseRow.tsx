import { Button } from '@mantine/core'
import { memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { redline } from '#shared/compare/index.ts'
import type { Taken } from '#shared/provenance/index.ts'
import { useLeftoverWords } from './leftover-words.ts'
import { marked, type Cited, type Line } from './lines.ts'
import { inkOf } from './Patterns.tsx'

type Side = Readonly<{ title: string; language: string; style: string }>

export type RowProps = Readonly<{
  line: Line
  own: Side
  sources: readonly Side[]
  clausePath: string
  /** How the passages beside the closest one are cited. */
  others: readonly string[]
}>

/** A clause with the passage that it is closest to beside it, the words that both have underlined. */
export const ClauseRow = memo(function ClauseRow({ line, own, sources, clausePath, others }: RowProps) {
  const { t } = useTranslation()
  const { found, main, citation } = line
  const source = main === null ? undefined : sources[main.source]
  return (
    <li className="provenance__row" data-taken={found.taken.length > 0 || undefined}>
      <div className="provenance__own">
        <p className="provenance__where">
          <Link to={clausePath}>{citation}</Link>
        </p>
        <Wording cited={line} side={own} marks={found.taken} />
        <Leftovers line={line} sources={sources} />
      </div>
      <div className="provenance__source">
        {main === null || source === undefined ? <p className="provenance__fresh">{t('provenance.noSource')}</p> : <Passage line={line} main={main} source={source} own={own} others={others} />}
      </div>
    </li>
  )
})

function Passage({ line: { found, clause }, main, source, own, others }: Readonly<{ line: Line; main: Cited & Readonly<{ source: number }>; source: Side; own: Side; others: readonly string[] }>) {
  const { t } = useTranslation()
  const [isRedline, setRedline] = useState(false)
  const id = useId()
  const passage = found.passages[0]
  if (passage === undefined) return null
  const percent = Math.round(100 * passage.share)
  const theirs = found.taken.filter((part) => part.source === main.source && part.sourceClause === main.clause.id).map(({ sourceFrom, sourceTo, source: from }) => ({ from: sourceFrom, to: sourceTo, source: from }))
  return (
    <>
      <p className="provenance__where">
        {t('provenance.share', { percent, source: source.title, citation: main.citation })} <small>{t('provenance.longest', { count: passage.longest })}</small>
      </p>
      {isRedline ? <Redline id={id} base={main} revised={clause} side={own} label={t('provenance.redlineShown', { source: source.title, citation: main.citation })} /> : <Wording cited={main} side={source} marks={apart(theirs)} />}
      <p className="provenance__more">
        <Button size="compact-xs" variant="default" aria-expanded={isRedline} aria-controls={isRedline ? id : undefined} onClick={() => setRedline(!isRedline)}>
          {t('provenance.redline')}
        </Button>
        {others.length > 0 && <small>{t('provenance.others', { list: others.join('; ') })}</small>}
      </p>
    </>
  )
}

/** Passages of a source in its own order; of two that overlap, the first. */
function apart<Mark extends Readonly<{ from: number; to: number }>>(marks: readonly Mark[]): readonly Mark[] {
  const kept: Mark[] = []
  for (const mark of marks.toSorted((one, other) => one.from - other.from)) if (mark.from >= (kept.at(-1)?.to ?? 0)) kept.push(mark)
  return kept
}

function Wording({ cited: { clause, label }, side, marks }: Readonly<{ cited: Cited; side: Side; marks: readonly Pick<Taken, 'from' | 'to' | 'source'>[] }>) {
  return (
    <div className="treaty" lang={side.language} data-style={side.style} dir={side.language === 'ar' ? 'rtl' : 'ltr'}>
      <div data-clause="" data-kind={clause.kind} data-depth={0} data-label={label}>
        {marked(clause.text, marks).map(({ words, mark }, at) =>
          mark === null ? (
            <span key={at}>{words}</span>
          ) : (
            <span key={at} className="provenance__taken" style={{ textDecorationColor: inkOf(mark.source) }}>
              {words}
            </span>
          ),
        )}
      </div>
    </div>
  )
}

function Redline({ id, base, revised, side, label }: Readonly<{ id: string; base: Cited; revised: Line['clause']; side: Side; label: string }>) {
  const { runs } = redline(base.clause.text, revised.text)
  return (
    <section id={id} className="treaty" lang={side.language} dir={side.language === 'ar' ? 'rtl' : 'ltr'} aria-label={label}>
      <div data-clause="" data-kind={revised.kind} data-depth={0} data-label="">
        {runs.map(({ kind, text }, at) => (kind === 'insert' ? <ins key={at}>{text}</ins> : kind === 'strike' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>))}
      </div>
    </section>
  )
}

function Leftovers({ line: { found }, sources }: Readonly<{ line: Line; sources: readonly Side[] }>) {
  const { t } = useTranslation()
  const words = useLeftoverWords()
  if (found.leftovers.length === 0) return null
  const source = sources[found.leftovers[0]?.source ?? -1]
  return (
    <div className="provenance__leftovers">
      <p>⚑ {t('provenance.leftover.title', { source: source?.title ?? '' })}</p>
      <ul>
        {found.leftovers.map((leftover) => (
          <li key={`${leftover.rule} ${leftover.from}`}>{words(leftover)}</li>
        ))}
      </ul>
    </div>
  )
}
