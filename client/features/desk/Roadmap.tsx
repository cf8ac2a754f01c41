import { Box, Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { DeskView } from '#shared/api/index.ts'
import { may } from '#shared/rights/index.ts'
import { ContributionSign } from './ContributionSign.tsx'
import { Panel } from './Panel.tsx'
import classes from './Roadmap.module.css'
import { CONTRIBUTION_STATES, roadmapOf, type ChapterRow } from './roadmap.ts'
import { timelineOf } from './timeline.ts'
import { TimelineMonths, TimelineRow } from './TimelineRow.tsx'

/** Chapters with their deadlines against time, and what each submitter has sent in: in signs, words and a picture. */
export function Roadmap({ desk, onEdit }: Readonly<{ desk: DeskView; onEdit: () => void }>) {
  const { t } = useTranslation()
  const roadmap = useMemo(() => roadmapOf(desk), [desk])
  const timeline = useMemo(() => timelineOf(roadmap, desk.today), [roadmap, desk.today])
  const mayEdit = may(desk.me, { do: 'set-deadlines' })
  const actions = mayEdit && (
    <Button size="compact-sm" variant="default" onClick={onEdit}>
      {t('desk.roadmap.edit')}
    </Button>
  )
  if (roadmap.rows.length === 0) {
    return (
      <Panel title={t('desk.roadmap.title')} actions={actions}>
        <p className={classes.none}>{mayEdit ? t('desk.roadmap.noneHint') : t('desk.roadmap.none')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('desk.roadmap.title')} actions={actions}>
      <Box component="section" className={classes.scroll} tabIndex={0} aria-label={t('desk.roadmap.caption')}>
        <table className={classes.table}>
          <caption className="unseen">{t('desk.roadmap.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk.roadmap.chapter')}</th>
              <th scope="col">{t('desk.roadmap.deadline')}</th>
              <td className={classes.time}>
                <TimelineMonths timeline={timeline} today={desk.today} />
              </td>
              {roadmap.submitters.map((submitter) => (
                <th key={submitter} scope="col" className={classes.submitter}>
                  {submitter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roadmap.rows.map((row) => (
              <tr key={row.chapter.id}>
                <th scope="row">
                  {row.chapter.title}
                  <Counts row={row} />
                </th>
                <td className={classes.deadline}>
                  <Deadline row={row} />
                </td>
                <td className={classes.time}>
                  <TimelineRow row={row} timeline={timeline} today={desk.today} />
                </td>
                {row.contributions.map((contribution, i) => (
                  <td key={roadmap.submitters[i]} className={classes.cell}>
                    <ContributionSign contribution={contribution} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </Panel>
  )
}

function Counts({ row }: Readonly<{ row: ChapterRow }>) {
  const { t } = useTranslation()
  const words = CONTRIBUTION_STATES.filter((state) => row.counts[state] > 0).map((state) => t(`desk.roadmap.counts.${state}`, { count: row.counts[state] }))
  return <span className={classes.counts}>{words.join(', ')}</span>
}

function Deadline({ row: { chapter, daysLeft } }: Readonly<{ row: ChapterRow }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  if (chapter.dueOn === null || daysLeft === null) return <span className={classes.counts}>{t('desk.roadmap.noDeadline')}</span>
  const distance =
    daysLeft === 0
      ? t('desk.roadmap.today')
      : daysLeft > 0
        ? t('desk.roadmap.inDays', { count: daysLeft })
        : t('desk.roadmap.agoDays', { count: -daysLeft })
  return (
    <>
      <time dateTime={chapter.dueOn}>{writing.shortDay(chapter.dueOn)}</time>
      <span className={classes.counts}>{distance}</span>
    </>
  )
}
