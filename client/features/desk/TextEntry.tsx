import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import type { ChapterView, TextView } from '#shared/api/index.ts'
import type { Actor } from '#shared/rights/index.ts'
import { FrozenLine } from './FrozenLine.tsx'
import type { DeskDialogs, DeskPlaces } from './places.ts'
import classes from './TextList.module.css'
import { TextMenu } from './TextMenu.tsx'
import { Versions } from './Versions.tsx'

type Props = Readonly<{ text: TextView; chapters: readonly ChapterView[]; me: Actor; places: DeskPlaces; dialogs: DeskDialogs }>

/** One text in the list: whose it is, when it came, how large it is, what it covers, its versions. */
export function TextEntry({ text, chapters, me, places, dialogs }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const day = writing.day(text.receivedOn)
  const covered = chapters.filter(({ id }) => text.chapterIds.includes(id))
  const facts = [
    text.submitter === '' ? t('desk.texts.received', { day }) : t('desk.texts.submittedBy', { submitter: text.submitter, day }),
    t('common.count.articles', { count: text.articles }),
    ...(text.openThreads > 0 ? [t('common.count.threads', { count: text.openThreads })] : []),
  ]
  return (
    <li className={classes.entry}>
      <div className={classes.body}>
        <Link to={places.text(text.id)} className={classes.title}>
          {text.title}
        </Link>
        <p className={classes.facts}>{facts.join(' · ')}</p>
        {covered.length > 0 && (
          <p className={classes.facts}>
            {covered.length === chapters.length ? t('desk.texts.coversAll') : t('desk.texts.covers', { chapters: writing.list(covered.map(({ title }) => title)) })}
          </p>
        )}
        {text.frozen !== null && <FrozenLine frozen={text.frozen} />}
        <Versions text={text} places={places} />
      </div>
      <TextMenu text={text} me={me} places={places} dialogs={dialogs} />
    </li>
  )
}
