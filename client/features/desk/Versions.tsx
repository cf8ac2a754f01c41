import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import type { TextView } from '#shared/api/index.ts'
import { JournalHead } from './JournalHead.tsx'
import type { DeskPlaces } from './places.ts'
import classes from './Versions.module.css'

/** The versions of a text by their symbols or ordinals, each a link to it; the one that holds the numbering bears a lock. */
export function Versions({ text: { id: textId, versions, heldUnder }, places }: Readonly<{ text: TextView; places: Pick<DeskPlaces, 'history'> }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  if (versions.length === 0) return null
  return (
    <ul className={classes.versions} aria-label={t('desk.texts.versions')}>
      {versions.map(({ id, symbol, ordinal, note, issuedAt, issuedBy, journalHead }) => (
        <li key={id} title={[note, t('desk.texts.issued', { by: issuedBy, day: writing.moment(issuedAt) })].filter((words) => words !== '').join('. ')}>
          <Link to={places.history(textId, id)}>{symbol ?? t('desk.texts.versionPlain', { ordinal })}</Link>
          {symbol !== null && symbol === heldUnder && (
            <>
              <IconLock size={13} aria-hidden />
              <span className="unseen">{t('desk.texts.held')}</span>
            </>
          )}
          {journalHead !== null && <JournalHead head={journalHead} version={symbol ?? t('desk.texts.versionPlain', { ordinal })} />}
        </li>
      ))}
    </ul>
  )
}
