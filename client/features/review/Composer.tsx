import { Alert, Button, Group, Select, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '#client/messages/index.ts'
import { api, queryKeys } from '#client/platform/index.ts'
import { THREAD_KINDS, type ThreadKind } from '#shared/records/index.ts'
import { QuoteLine } from './QuoteLine.tsx'
import type { NewSubject } from './subject.ts'

/** Opens a thread on `subject`. What is being written stays until it is stored or thrown away on purpose. */
export function Composer({ textId, subject, onDone }: Readonly<{ textId: string; subject: NewSubject; onDone: () => void }>) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [body, setBody] = useState('')
  const [kind, setKind] = useState<ThreadKind>('comment')
  const open = useMutation({
    mutationFn: () => api.openThread(textId, { kind, anchor: subject.anchor, citation: subject.citation, body }),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: queryKeys.threads(textId) })
    },
  })
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const send = () => {
    if (body.trim() !== '' && !open.isPending) open.mutate()
  }
  return (
    <form
      className="review__composer"
      aria-label={t('review.newThread')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <QuoteLine citation={subject.citation} quote={subject.anchor.quote?.exact ?? null} />
      <Select
        size="xs"
        aria-label={t('review.kindLabel')}
        data={THREAD_KINDS.map((value) => ({ value, label: t(`review.kind.${value}`) }))}
        value={kind}
        onChange={(chosen) => setKind(THREAD_KINDS.find((known) => known === chosen) ?? 'comment')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        withScrollArea={false}
      />
      <Textarea
        aria-label={t('review.body')}
        placeholder={t('review.body')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          if (event.key === 'Escape' && body === '') onDone()
        }}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        ref={field}
      />
      {open.error !== null && <Alert color="red">{sentenceOf(open.error, t)}</Alert>}
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="subtle" onClick={onDone}>{t('common.action.cancel')}</Button>
        <Button size="xs" type="submit" loading={open.isPending} disabled={body.trim() === ''}>{t('review.send')}</Button>
      </Group>
    </form>
  )
}
