import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import classes from './Roadmap.module.css'
import type { Contribution } from './roadmap.ts'

/** What a submitter sent for a chapter: a sign and a word, the day behind them. */
export function ContributionSign({ contribution }: Readonly<{ contribution: Contribution }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const { state } = contribution
  const words =
    state === 'received'
      ? t('desk.roadmap.cell.received', { day: writing.day(contribution.receivedOn) })
      : state === 'late'
        ? t('desk.roadmap.cell.late', { day: writing.day(contribution.receivedOn), count: contribution.days })
        : t(`desk.roadmap.cell.${state}`)
  return (
    <span className={classes.sign} data-state={state} title={words}>
      <Sign state={state} />
      {t(`desk.roadmap.state.${state}`)}
    </span>
  )
}

/** Full: in time. Half: late. Crossed: missing. Empty and dotted: awaited. */
export function Sign({ state }: Readonly<{ state: Contribution['state'] }>) {
  return (
    <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden focusable="false" className={classes.shape}>
      <circle r="6" fill={state === 'received' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.6" strokeDasharray={state === 'awaited' ? '2 2' : undefined} />
      {state === 'late' && <path d="M0-6a6 6 0 0 0 0 12z" fill="currentColor" />}
      {state === 'missing' && <path d="M-3-3 3 3M3-3-3 3" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />}
    </svg>
  )
}
