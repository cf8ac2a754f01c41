import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import { unreachable } from '#shared/kernel/index.ts'
import type { HistoryView } from '#shared/api/index.ts'
import type { HistoryPlaces } from './HistoryScreen.tsx'
import { useHands } from './hands.ts'
import { timelineOf, type Mark } from './timeline.ts'

type Props = Readonly<{ history: HistoryView; places: HistoryPlaces; current: Readonly<{ seq: number | null; versionId: string | null }> }>

/** What happened to the text, the latest first: who worked on it, its versions, where it came to rest. */
export function Timeline({ history, places, current }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const days = timelineOf(history, (at) => new Date(at).toDateString())
  return (
    <>
      {history.sessions.length === 0 && <p className="history__note">{t('history.nothingYet')}</p>}
      {days.map(({ day, marks }) => (
        <section key={day} className="history__day">
          <h2>{writing.moment(marks[0]?.at ?? '').split(',')[0]}</h2>
          <ol>
            {marks.map((mark) => (
              <li key={`${mark.kind}-${mark.at}-${mark.seq}`} data-kind={mark.kind}>
                <MarkLink mark={mark} places={places} current={current} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {history.earlierRows > 0 && <p className="history__note">{t('history.earlier', { count: history.earlierRows })}</p>}
    </>
  )
}

function MarkLink({ mark, places, current }: Omit<Props, 'history'> & Readonly<{ mark: Mark }>) {
  const isVersion = mark.kind === 'version'
  const isHere = isVersion ? mark.version.id === current.versionId : current.versionId === null && mark.seq === current.seq
  return (
    <Link
      className="history__mark"
      to={isVersion ? places.version(mark.version.id) : places.moment(mark.seq)}
      aria-current={isHere || undefined}
      replace
      preventScrollReset
    >
      <MarkWords mark={mark} />
    </Link>
  )
}

function MarkWords({ mark }: Readonly<{ mark: Mark }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const hands = useHands()
  const time = <time dateTime={mark.at}>{writing.time(mark.at)}</time>
  switch (mark.kind) {
    case 'version':
      return (
        <>
          <strong>{t('history.version', { name: mark.version.symbol ?? mark.version.ordinal })}</strong> {time}
          <small>{[mark.version.note, t('history.versionBy', { by: mark.version.issuedBy })].filter((words) => words !== '').join(' · ')}</small>
        </>
      )
    case 'checkpoint':
      return <><span>{t('history.checkpoint')}</span> {time}</>
    case 'beginning':
      return <><span>{t('history.begins')}</span> {time}</>
    case 'restored':
      return <><strong>{t('history.restored', { subject: mark.subject })}</strong> {time} <small>{mark.by}</small></>
    case 'session': {
      const { hand, from, to, wordsIn, wordsOut, clauses, clauseCount } = mark.session
      const span = writing.time(from) === writing.time(to) ? writing.time(to) : t('history.session.span', { from: writing.time(from), to: writing.time(to) })
      const named = clauses.flatMap(({ citation }) => (citation === null ? [] : [citation])).slice(0, 3)
      const others = clauseCount - named.length
      const where = named.length === 0 ? [t('history.session.clauses', { count: clauseCount })] : [...named, ...(others > 0 ? [t('history.session.more', { count: others })] : [])]
      return (
        <>
          <strong>{hands([hand])}</strong> <time dateTime={to}>{span}</time>
          <small>
            <span aria-hidden>
              <ins>+{writing.number(wordsIn)}</ins> <del>−{writing.number(wordsOut)}</del>
            </span>
            <span className="unseen">{t('history.session.wordsSpoken', { in: wordsIn, out: wordsOut })}</span> · {where.join(', ')}
          </small>
        </>
      )
    }
    default:
      return unreachable(mark)
  }
}
