import { Alert, Button, Group, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf, useWriting } from '#client/messages/index.ts'
import { api, queryKeys } from '#client/platform/index.ts'
import type { FoundThread } from './found-threads.ts'
import { QuoteLine } from './QuoteLine.tsx'

type ThreadCardProps = Readonly<{
  found: FoundThread
  mayAnnotate: boolean
  isCurrent: boolean
  goTo: (thread: FoundThread) => void
}>

/** One thread: what it is about, who said what and when, and what one can do with it. */
export const ThreadCard = memo(function ThreadCard({ found: foundThread, mayAnnotate, isCurrent, goTo }: ThreadCardProps) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  const { thread, found } = foundThread
  const orphan = found.state === 'orphan'
  return (
    <li className="review__thread" id={`thread-${thread.id}`} data-current={isCurrent || undefined} data-orphan={orphan || undefined}>
      <button type="button" className="review__goto" onClick={() => goTo(foundThread)} disabled={orphan}>
        <QuoteLine citation={thread.citation} quote={thread.anchor.quote?.exact ?? null} />
      </button>
      {orphan && <p className="review__state">{t('review.orphan')}</p>}
      {thread.kind !== 'comment' && <p className="review__state">{t(`review.kind.${thread.kind}`)}</p>}
      <ol className="review__entries">
        {thread.entries.map(({ id, signature, body }) => (
          <li key={id}>
            <p className="review__signature">
              <strong>{signature.name}</strong> {signature.delegation} <time dateTime={signature.at}>{moment(signature.at)}</time>
            </p>
            <p className="review__body">{body}</p>
          </li>
        ))}
      </ol>
      {thread.resolved !== null && <p className="review__state">{t('review.resolvedBy', { name: thread.resolved.name, at: moment(thread.resolved.at) })}</p>}
      {mayAnnotate && <ThreadActions threadId={thread.id} textId={thread.textId} isOpen={thread.resolved === null} />}
    </li>
  )
})

function ThreadActions({ threadId, textId, isOpen }: Readonly<{ threadId: string; textId: string; isOpen: boolean }>) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [reply, setReply] = useState<string | null>(null)
  const refetch = () => queries.invalidateQueries({ queryKey: queryKeys.threads(textId) })
  const turn = useMutation({ mutationFn: () => (isOpen ? api.resolveThread(threadId) : api.reopenThread(threadId)), onSuccess: refetch })
  const say = useMutation({
    mutationFn: (body: string) => api.reply(threadId, body),
    onSuccess: async () => {
      setReply(null)
      await refetch()
    },
  })
  const field = useRef<HTMLTextAreaElement>(null)
  const isReplying = reply !== null
  useEffect(() => {
    if (isReplying) field.current?.focus()
  }, [isReplying])
  const failure = turn.error ?? say.error
  return (
    <>
      {failure !== null && <Alert color="red">{sentenceOf(failure, t)}</Alert>}
      {reply === null ? (
        <Group gap="xs">
          {isOpen && <Button size="compact-xs" variant="subtle" onClick={() => setReply('')}>{t('review.reply')}</Button>}
          <Button size="compact-xs" variant="subtle" loading={turn.isPending} onClick={() => turn.mutate()}>{t(isOpen ? 'review.resolve' : 'review.reopen')}</Button>
        </Group>
      ) : (
        <form
          className="review__composer"
          onSubmit={(event) => {
            event.preventDefault()
            if (reply.trim() !== '') say.mutate(reply)
          }}
        >
          <Textarea aria-label={t('review.reply')} value={reply} onChange={(event) => setReply(event.currentTarget.value)} autosize minRows={2} maxLength={10_000} ref={field} />
          <Group gap="xs" justify="flex-end">
            <Button size="compact-xs" variant="subtle" onClick={() => setReply(null)}>{t('common.action.cancel')}</Button>
            <Button size="compact-xs" type="submit" loading={say.isPending} disabled={reply.trim() === ''}>{t('review.send')}</Button>
          </Group>
        </form>
      )}
    </>
  )
}
