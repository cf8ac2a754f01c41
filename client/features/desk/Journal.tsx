import { Anchor } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import { useNow } from '#client/ui/index.ts'
import type { DeskView, JournalLine } from '#shared/api/index.ts'
import { actWords } from './act-words.ts'
import { journalDays, localDay } from './journal.ts'
import classes from './Journal.module.css'
import { Panel } from './Panel.tsx'
import type { DeskPlaces } from './places.ts'
import { useLastLook } from './use-last-look.ts'

const FIRST_SHOWN = 12

/** The journal in words, by day; what is new since the last visit is marked. */
export function Journal({ desk, places }: Readonly<{ desk: DeskView; places: DeskPlaces }>) {
  const { t } = useTranslation()
  const { journal, me } = desk
  const lastLook = useLastLook(me.id, journal[0]?.id ?? null)
  const [all, setAll] = useState(false)
  const days = journalDays(all ? journal : journal.slice(0, FIRST_SHOWN))
  // What one did oneself is no news.
  const isNews = ({ id, by }: JournalLine) => lastLook !== null && id > lastLook && by !== me.name
  const fresh = journal.filter(isNews).length
  return (
    <Panel title={t('desk.journal.title')} note={fresh > 0 ? t('desk.journal.fresh', { count: fresh }) : undefined}>
      {days.length === 0 && <p className={classes.none}>{t('desk.journal.none')}</p>}
      {days.map(({ day, lines }) => (
        <div key={day} className={classes.day}>
          <DayName day={day} />
          <ul className={classes.lines}>
            {lines.map((line) => (
              <Line key={line.id} line={line} desk={desk} places={places} fresh={isNews(line)} />
            ))}
          </ul>
        </div>
      ))}
      {!all && journal.length > FIRST_SHOWN && (
        <Anchor component="button" type="button" mt="xs" size="sm" onClick={() => setAll(true)}>
          {t('common.action.showMore')}
        </Anchor>
      )}
    </Panel>
  )
}

function DayName({ day }: Readonly<{ day: string }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const now = useNow()
  const today = localDay(new Date(now).toISOString())
  const yesterday = localDay(new Date(now - 86_400_000).toISOString())
  return <h3 className={classes.name}>{day === today ? t('desk.journal.today') : day === yesterday ? t('desk.journal.yesterday') : writing.day(day)}</h3>
}

function Line({ line, desk, places, fresh }: Readonly<{ line: JournalLine; desk: DeskView; places: DeskPlaces; fresh: boolean }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const words = actWords(line, t)
  // A comparison is about two texts: a link to one of them would mislead.
  const text = line.act === 'comparison-pinned' || line.act === 'match-corrected' ? undefined : desk.texts.find(({ id }) => id === line.textId)
  return (
    <li className={classes.line} data-fresh={fresh || undefined}>
      <time dateTime={line.at} title={writing.moment(line.at)} className="figures">
        {writing.time(line.at)}
      </time>
      <span>
        <span className={classes.who} title={line.delegation}>
          {line.by}
        </span>{' '}
        {text === undefined ? words : <Link to={places.text(text.id)}>{words}</Link>}
        {fresh && <span className={classes.new}>{t('desk.journal.new')}</span>}
      </span>
    </li>
  )
}
