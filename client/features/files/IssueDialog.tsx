import { Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Dialog, Form, useFields } from '#client/ui/index.ts'
import { issueVersionRequest, type IssueVersionRequest, type TextView } from '#shared/api/index.ts'

type Props = Readonly<{ text: TextView | null; onDone: () => void; onClose: () => void }>

/** Issues a version of a text, with or without a document symbol; open while `text` is one. */
export function IssueDialog({ text, onDone, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('files.issue.title', { title: text?.title ?? '' })} opened={text !== null} onClose={onClose}>
      {text !== null && <Issue text={text} onDone={onDone} onClose={onClose} />}
    </Dialog>
  )
}

function Issue({ text, onDone, onClose }: Props & Readonly<{ text: TextView }>) {
  const { t } = useTranslation()
  const { values, field, check } = useFields({ symbol: '', note: '' })
  const issue = useMutation({
    mutationFn: (request: IssueVersionRequest) => api.issueVersion(text.id, request),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  const submit = () => {
    const symbol = values.symbol.trim() === '' ? null : values.symbol
    const request = check(issueVersionRequest, { symbol, note: values.note }, { symbol: t('files.issue.wrong.symbol'), note: t('files.issue.wrong.note') })
    if (request !== null) issue.mutate(request)
  }
  return (
    <Form send={t('files.issue.submit')} sending={issue.isPending} failure={issue.error} onSubmit={submit} onCancel={onClose}>
      <Text>{t('files.issue.lead')}</Text>
      <TextInput {...field('symbol')} label={t('files.issue.symbol')} description={t('files.issue.symbolHint')} data-autofocus />
      <TextInput {...field('note')} label={t('files.issue.note')} description={t('files.issue.noteHint')} />
    </Form>
  )
}
