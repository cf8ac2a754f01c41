import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { LabelSettings, SpanMark } from '#shared/clauses/index.ts'
import type { PastLine, Run } from './past-lines.ts'

const bringIntoSight = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'center' })

/** The treaty page as it stood, with what the moment changed marked in it. Brings the first change into sight. */
export function PastPage({ lines, settings, label }: Readonly<{ lines: readonly PastLine[]; settings: LabelSettings; label: string }>) {
  const { t } = useTranslation()
  // On a narrow screen the timeline stands above the page, and would be scrolled away.
  const isBeside = useMediaQuery('(min-width: 62rem)')
  const first = isBeside ? lines.find(({ what }) => what !== null) : undefined
  return (
    <section className="treaty history__page" data-style={settings.style} lang={settings.language} dir={settings.language === 'ar' ? 'rtl' : 'ltr'} aria-label={label}>
      {lines.map((line) => {
        const { clause, label: number, what, runs } = line
        return (
          <div key={`${clause.id}-${what === 'removed'}`} ref={line === first ? bringIntoSight : null} className="history__row" data-what={what ?? undefined}>
            {what !== null && <p className="history__what">{t(`history.what.${what}`)}</p>}
            <div data-clause="" data-kind={clause.kind} data-depth={clause.depth} data-label={number}>
              {runs === null ? <Words text={clause.text} spans={clause.spans} /> : <Runs runs={runs} />}
            </div>
          </div>
        )
      })}
    </section>
  )
}

/** Words as a redline shows them. */
export function Runs({ runs }: Readonly<{ runs: readonly Run[] }>) {
  return runs.map(({ kind, text }, at) => (kind === 'insert' ? <ins key={at}>{text}</ins> : kind === 'strike' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>))
}

function Words({ text, spans }: Pick<PastLine['clause'], 'text' | 'spans'>) {
  const borders = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((one, other) => one - other)
  return borders.slice(1).map((to, at) => {
    const from = borders[at] ?? 0
    const has = (mark: SpanMark): boolean => spans.some((span) => span.mark === mark && span.from <= from && to <= span.to)
    const words = text.slice(from, to)
    const strong = has('strong') ? <strong>{words}</strong> : words
    return <span key={from}>{has('em') ? <em>{strong}</em> : strong}</span>
  })
}
