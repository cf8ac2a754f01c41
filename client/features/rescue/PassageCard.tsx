import { Alert, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf, useWriting } from '#client/messages/index.ts'
import { api, queryKeys } from '#client/platform/index.ts'
import type { PutBack, RescuedPassage } from '#shared/document/index.ts'
import type { Authored, FindAuthor } from '#shared/records/index.ts'
import { authorsOf } from './tray.ts'

/** The longest quote that is kept of dismissed words. */
const QUOTE = 5_000

type PassageCardProps = Readonly<{
  textId: string
  passage: RescuedPassage
  place: string
  find: FindAuthor
  canEdit: boolean
  putBack: (way: PutBack) => boolean
}>

/** One rescued passage: what it says, who wrote it and when, where it stood, who removed that, and what can be done. */
export function PassageCard({ textId, passage, place, find, canEdit, putBack }: PassageCardProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const titleId = useId()
  const [isGone, setGone] = useState(false)
  const sign = useSignature()
  const remover = passage.removedBy && find(passage.removedBy.client, passage.removedBy.clock)
  const dismiss = useMutation({
    mutationFn: () => api.dismiss(textId, { ranges: [...passage.ranges], quote: passage.text.slice(0, QUOTE), citation: place }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.dismissals(textId) }),
  })
  const back = (way: PutBack) => () => setGone(!putBack(way))
  return (
    <li className="rescue__passage" aria-labelledby={titleId}>
      <p className="rescue__place" id={titleId}>{place === '' ? t('rescue.nowhere') : t('rescue.place', { place })}</p>
      <blockquote className="rescue__quote">
        <span className="rescue__context">{passage.prefix}</span>
        <mark>{passage.text}</mark>
        <span className="rescue__context">{passage.suffix}</span>
      </blockquote>
      <p className="rescue__signature">{authorsOf(passage, find).map((authored) => (authored === null ? t('rescue.unknown') : sign(authored))).join(' · ')}</p>
      {remover !== null && <p className="rescue__signature">{t('rescue.removedBy', { by: sign(remover) })}</p>}
      {isGone && <Alert color="yellow">{t('rescue.gone')}</Alert>}
      {dismiss.error !== null && <Alert color="red">{sentenceOf(dismiss.error, t)}</Alert>}
      {canEdit && (
        <div className="rescue__actions">
          <Button size="compact-xs" onClick={back('clause')}>{t('rescue.putBackClause')}</Button>
          <Button size="compact-xs" variant="default" onClick={back('words')}>{t('rescue.putBackWords')}</Button>
          <Button size="compact-xs" variant="subtle" loading={dismiss.isPending} onClick={() => dismiss.mutate()}>{t('rescue.dismiss')}</Button>
        </div>
      )}
    </li>
  )
}

/** "Tomas Lind, Republic of Merinda, 24 Nov 2026, 14:02". */
function useSignature(): (authored: Authored) => string {
  const { t } = useTranslation()
  const { moment } = useWriting()
  return ({ author: { name, delegation, brought }, minute }) => {
    const who = [name, delegation].filter((part) => part !== '').join(', ')
    if (brought) return t('rescue.brought', { who })
    return minute === null ? who : t('rescue.signed', { who, at: moment(new Date(minute * 60_000).toISOString()) })
  }
}
