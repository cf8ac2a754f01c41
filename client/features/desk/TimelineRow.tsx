import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import classes from './Roadmap.module.css'
import type { ChapterRow } from './roadmap.ts'
import type { Timeline } from './timeline.ts'

const WIDTH = 240
const HEIGHT = 26

/** One chapter on the scale of days: its deadline as a flag, what came in as dots, today as a line. The words stand beside it. */
export function TimelineRow({ row, timeline, today }: Readonly<{ row: ChapterRow; timeline: Timeline; today: string }>) {
  const x = (day: string) => timeline.at(day) * WIDTH
  const { dueOn } = row.chapter
  const middle = HEIGHT / 2
  const arrivals = [...new Set(row.contributions.flatMap((one) => ('receivedOn' in one ? [one.receivedOn] : [])))]
  return (
    <svg className={classes.timeline} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden focusable="false">
      <line x1="0" x2={WIDTH} y1={middle} y2={middle} className={classes.axis} />
      {dueOn !== null && <line x1={x(dueOn)} x2={WIDTH} y1={middle} y2={middle} className={classes.after} />}
      <line x1={x(today)} x2={x(today)} y1="0" y2={HEIGHT} className={classes.now} />
      {dueOn !== null && <path d={`M${x(dueOn)} ${middle + 3}v-14l8 3.5-8 3.5`} className={classes.flag} />}
      {arrivals.map((day) => (
        <circle key={day} cx={x(day)} cy={middle} r="3.4" className={classes.arrival} data-late={dueOn !== null && day > dueOn ? true : undefined} />
      ))}
    </svg>
  )
}

/** The head of the scale: its months and today. */
export function TimelineMonths({ timeline, today }: Readonly<{ timeline: Timeline; today: string }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const at = timeline.at(today) * WIDTH
  // Names stand on their month's first day, as long as they meet neither the next name nor today's.
  const shown = timeline.months.filter((month, i) => {
    const place = timeline.at(month) * WIDTH
    const next = timeline.months[i + 1]
    return place < WIDTH - 24 && Math.abs(place + 10 - at) > 30 && (next === undefined || timeline.at(next) * WIDTH - place > 26)
  })
  return (
    <svg className={classes.timeline} viewBox={`0 0 ${WIDTH} 18`} width={WIDTH} height="18" aria-hidden focusable="false">
      {shown.map((month) => (
        <text key={month} x={timeline.at(month) * WIDTH} y="13" className={classes.month}>
          {writing.month(month)}
        </text>
      ))}
      <text x={at} y="13" textAnchor="middle" className={classes.nowName}>
        {t('desk.roadmap.pictureToday')}
      </text>
    </svg>
  )
}
