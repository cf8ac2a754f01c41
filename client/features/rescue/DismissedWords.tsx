import { Alert, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sentenceOf, useWriting } from '#client/messages/index.ts'
import { api, queryKeys } from '#client/platform/index.ts'
import type { DismissalView } from '#shared/api/index.ts'
import { keyOf, type Tray } from './tray.ts'

/** What was dismissed and could still be put back: folded away, with who dismissed it, and the way back to the tray. */
export function DismissedWords({ textId, dismissed, canEdit }: Readonly<{ textId: string; dismissed: Tray['dismissed']; canEdit: boolean }>) {
  const { t } = useTranslation()
  return (
    <details className="rescue__dismissed">
      <summary>{t('rescue.dismissed', { count: dismissed.length })}</summary>
      <ol className="rescue__list">
        {dismissed.map(({ passage, dismissal }) => (
          <Dismissed key={keyOf(passage)} textId={textId} words={passage.text} dismissal={dismissal} canEdit={canEdit} />
        ))}
      </ol>
    </details>
  )
}

function Dismissed({ textId, words, dismissal, canEdit }: Readonly<{ textId: string; words: string; dismissal: DismissalView; canEdit: boolean }>) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  const queries = useQueryClient()
  const { name, delegation, at } = dismissal.signature
  const back = useMutation({
    mutationFn: () => api.returnDismissed(dismissal.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.dismissals(textId) }),
  })
  return (
    <li className="rescue__passage">
      <blockquote className="rescue__quote">{words}</blockquote>
      <p className="rescue__signature">{t('rescue.dismissedBy', { by: [name, delegation].filter((part) => part !== '').join(', '), at: moment(at) })}</p>
      {back.error !== null && <Alert color="red">{sentenceOf(back.error, t)}</Alert>}
      {canEdit && <Button size="compact-xs" variant="subtle" loading={back.isPending} onClick={() => back.mutate()}>{t('rescue.bringBack')}</Button>}
    </li>
  )
}
