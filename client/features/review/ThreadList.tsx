import { Button, Title } from '@mantine/core'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundThread } from './found-threads.ts'
import { ThreadCard } from './ThreadCard.tsx'

type ThreadListProps = Readonly<{ threads: readonly FoundThread[]; mayAnnotate: boolean; current: string | null; goTo: (thread: FoundThread) => void }>

/** So many are drawn at first, and so many more each time: each has controls of its own, and a text has hundreds. */
const DRAWN_AT_ONCE = 40

/** Threads in reading order, then those that stand nowhere any more. Not rendered anew for a caret that moves. */
export const ThreadList = memo(function ThreadList({ threads, ...rest }: ThreadListProps) {
  const { t } = useTranslation()
  const orphans = threads.filter(({ found }) => found.state === 'orphan')
  return (
    <>
      <Threads threads={threads.filter(({ found }) => found.state !== 'orphan')} {...rest} />
      {orphans.length > 0 && (
        <>
          <Title order={3} size="h6">{t('review.orphans')}</Title>
          <Threads threads={orphans} {...rest} />
        </>
      )}
    </>
  )
})

function Threads({ threads, mayAnnotate, current, goTo }: ThreadListProps) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(DRAWN_AT_ONCE)
  const at = threads.findIndex(({ thread }) => thread.id === current)
  const drawn = Math.max(wanted, at + 1)
  const rest = threads.length - drawn
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (at >= 0) list.current?.children.item(at)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <>
      <ol ref={list} className="review__threads">
        {threads.slice(0, drawn).map((found, i) => (
          <ThreadCard key={found.thread.id} found={found} mayAnnotate={mayAnnotate} isCurrent={i === at} goTo={goTo} />
        ))}
      </ol>
      {rest > 0 && (
        <Button variant="default" size="xs" onClick={() => setWanted(drawn + DRAWN_AT_ONCE)}>
          {t('review.more', { count: rest })}
        </Button>
      )}
    </>
  )
}
