import { Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Dialog, Form, useFields } from '#client/ui/index.ts'
import { freezeRequest, type FreezeRequest, type TextView } from '#shared/api/index.ts'

type Props = Readonly<{ text: Pick<TextView, 'id' | 'title' | 'frozen'> | null; onDone: () => void; onClose: () => void }>

/** Freezes a text with a reason, or lets a frozen one be changed again; open while `text` is one. */
export function FreezeDialog({ text, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const frozen = text?.frozen ?? null
  return (
    <Dialog title={t(frozen === null ? 'files.freeze.title' : 'files.unfreeze.title', { title: text?.title ?? '' })} opened={text !== null} onClose={onClose}>
      {text !== null && frozen === null && <Freeze textId={text.id} onDone={onDone} onClose={onClose} />}
      {text !== null && frozen !== null && <Unfreeze textId={text.id} reason={frozen.reason} onDone={onDone} onClose={onClose} />}
    </Dialog>
  )
}

type StepProps = Readonly<{ textId: string; onDone: () => void; onClose: () => void }>

function Freeze({ textId, onDone, onClose }: StepProps) {
  const { t } = useTranslation()
  const { values, field, check } = useFields({ reason: '' })
  const freeze = useMutation({
    mutationFn: (request: FreezeRequest) => api.freeze(textId, request),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  const submit = () => {
    const request = check(freezeRequest, values, { reason: t('files.freeze.wrong') })
    if (request !== null) freeze.mutate(request)
  }
  return (
    <Form send={t('files.freeze.submit')} sending={freeze.isPending} failure={freeze.error} onSubmit={submit} onCancel={onClose}>
      <Text>{t('files.freeze.lead')}</Text>
      <TextInput {...field('reason')} label={t('files.freeze.reason')} description={t('files.freeze.reasonHint')} data-autofocus />
    </Form>
  )
}

function Unfreeze({ textId, reason, onDone, onClose }: StepProps & Readonly<{ reason: string }>) {
  const { t } = useTranslation()
  const unfreeze = useMutation({
    mutationFn: () => api.unfreeze(textId),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  return (
    <Form send={t('files.unfreeze.submit')} sending={unfreeze.isPending} failure={unfreeze.error} onSubmit={() => unfreeze.mutate()} onCancel={onClose}>
      <Text>{t('files.unfreeze.lead', { reason })}</Text>
    </Form>
  )
}
