import { Button, Title } from '@mantine/core'
import IconArrowsDiff from '@tabler/icons-react/dist/esm/icons/IconArrowsDiff.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import { useNow } from '#client/ui/index.ts'
import type { TextView } from '#shared/api/index.ts'
import type { Actor } from '#shared/rights/index.ts'
import { FrozenLine } from './FrozenLine.tsx'
import type { DeskDialogs, DeskPlaces } from './places.ts'
import classes from './RollingCard.module.css'
import { TextMenu } from './TextMenu.tsx'
import { Versions } from './Versions.tsx'

type Props = Readonly<{ text: TextView; me: Actor; places: DeskPlaces; dialogs: DeskDialogs }>

/** The rolling text at a glance, and the way into it. */
export function RollingCard({ text, me, places, dialogs }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const now = useNow()
  const figures = [
    { value: writing.number(text.articles), words: t('desk.rolling.articles', { count: text.articles }) },
    { value: writing.number(text.clauses), words: t('desk.rolling.clauses', { count: text.clauses }) },
    { value: writing.number(text.openThreads), words: t('desk.rolling.threads', { count: text.openThreads }) },
  ]
  return (
    <section className={classes.card} aria-labelledby={`rolling-${text.id}`}>
      <div className={classes.head}>
        <Title order={2} id={`rolling-${text.id}`} className={classes.title}>
          <Link to={places.text(text.id)}>{text.title}</Link>
        </Title>
        <p className={classes.numbering}>
          {text.heldUnder === null ? (
            t('desk.rolling.numberingRuns')
          ) : (
            <>
              <IconLock size={14} aria-hidden /> {t('desk.rolling.numberingHeld', { symbol: text.heldUnder })}
            </>
          )}
        </p>
        {text.frozen !== null && <FrozenLine frozen={text.frozen} />}
        <Versions text={text} places={places} />
      </div>
      <dl className={classes.figures}>
        {figures.map(({ value, words }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('desk.rolling.changed')}</dt>
          <dd>
            <time dateTime={text.changedAt} title={writing.moment(text.changedAt)}>
              {writing.ago(text.changedAt, now)}
            </time>
          </dd>
        </div>
      </dl>
      <div className={classes.actions}>
        <Button component={Link} to={places.text(text.id)}>
          {t('desk.rolling.open')}
        </Button>
        <Button component={Link} to={places.picker(text.id)} variant="default" leftSection={<IconArrowsDiff size={18} aria-hidden />}>
          {t('desk.rolling.compare')}
        </Button>
        <TextMenu text={text} me={me} places={places} dialogs={dialogs} />
      </div>
    </section>
  )
}
