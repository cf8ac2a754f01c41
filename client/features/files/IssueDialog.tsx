import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { CopyField, Dialog, Form, useFields } from '#client/ui/index.ts'
import { issueVersionRequest, type IssueVersionRequest, type TextView, type VersionView } from '#shared/api/index.ts'

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
    onSuccess: onDone,
  })
  const submit = () => {
    const symbol = values.symbol.trim() === '' ? null : values.symbol
    const request = check(issueVersionRequest, { symbol, note: values.note }, { symbol: t('files.issue.wrong.symbol'), note: t('files.issue.wrong.note') })
    if (request !== null) issue.mutate(request)
  }
  if (issue.data !== undefined) return <Issued version={issue.data} onClose={onClose} />
  return (
    <Form send={t('files.issue.submit')} sending={issue.isPending} failure={issue.error} onSubmit={submit} onCancel={onClose}>
      <Text>{t('files.issue.lead')}</Text>
      <TextInput {...field('symbol')} label={t('files.issue.symbol')} description={t('files.issue.symbolHint')} data-autofocus />
      <TextInput {...field('note')} label={t('files.issue.note')} description={t('files.issue.noteHint')} />
    </Form>
  )
}

/** What was issued, with the journal's head to take along. */
function Issued({ version: { symbol, ordinal, journalHead }, onClose }: Readonly<{ version: VersionView; onClose: () => void }>) {
  const { t } = useTranslation()
  return (
    <Stack>
      <Text component="output">{t('files.issue.done', { name: symbol ?? t('desk.texts.versionPlain', { ordinal }) })}</Text>
      {journalHead !== null && <CopyField label={t('files.issue.head')} value={journalHead} />}
      <Text c="dimmed">{t('files.issue.headHint')}</Text>
      <Group justify="end">
        <Button onClick={onClose}>{t('common.action.close')}</Button>
      </Group>
    </Stack>
  )
}
