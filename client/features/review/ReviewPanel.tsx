import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Composer } from './Composer.tsx'
import type { FoundThread } from './found-threads.ts'
import type { NewSubject } from './subject.ts'
import { ThreadList } from './ThreadList.tsx'
import './review.css'

export type ReviewPanelProps = Readonly<{
  textId: string
  threads: readonly FoundThread[]
  mayAnnotate: boolean
  /** What a comment would be about now: the selection, or the clause the caret is in; null when there is none. */
  subject: NewSubject | null
  /** The thread that the page points at, if any. */
  current: string | null
  goTo: (thread: FoundThread) => void
}>

/** The margin: threads beside the text, open ones first to hand, orphans with their quote, and the way to open one. */
export const ReviewPanel = memo(function ReviewPanel({ textId, threads, mayAnnotate, subject, current, goTo }: ReviewPanelProps) {
  const { t } = useTranslation()
  const [composing, setComposing] = useState<NewSubject | null>(null)
  const [show, setShow] = useState<'open' | 'resolved'>('open')
  const shown = useMemo(() => threads.filter(({ thread }) => (thread.resolved === null) === (show === 'open')), [threads, show])
  const openCount = threads.filter(({ thread }) => thread.resolved === null).length
  return (
    <section className="review" aria-label={t('review.title')}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Title order={2} size="h5">{t('review.title')}</Title>
        <SegmentedControl
          size="xs"
          value={show}
          onChange={(chosen) => setShow(chosen === 'open' ? 'open' : 'resolved')}
          aria-label={t('review.show')}
          data={[
            { value: 'open', label: t('review.open', { count: openCount }) },
            { value: 'resolved', label: t('review.resolved', { count: threads.length - openCount }) },
          ]}
        />
      </Group>
      {mayAnnotate &&
        (composing === null ? (
          // Taking the pointer down without moving focus keeps the selection that the comment is about.
          <Button variant="default" size="xs" fullWidth disabled={subject === null} onMouseDown={(event) => event.preventDefault()} onClick={() => setComposing(subject)}>
            {subject === null ? t('review.chooseFirst') : subject.anchor.quote === null ? t('review.commentOnClause', { citation: subject.citation }) : t('review.commentOnWords')}
          </Button>
        ) : (
          <Composer textId={textId} subject={composing} onDone={() => setComposing(null)} />
        ))}
      {shown.length === 0 && <Text size="sm" c="dimmed">{t(show === 'open' ? 'review.noneOpen' : 'review.noneResolved')}</Text>}
      <ThreadList threads={shown} mayAnnotate={mayAnnotate} current={current} goTo={goTo} />
    </section>
  )
})
