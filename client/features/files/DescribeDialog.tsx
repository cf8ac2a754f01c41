import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { Dialog, Form, useFields } from '#client/ui/index.ts'
import { describeTextRequest, type ChapterView, type DescribeTextRequest, type TextView } from '#shared/api/index.ts'
import { TextFields } from './TextFields.tsx'

type Props = Readonly<{ text: TextView | null; chapters: readonly ChapterView[]; onDone: () => void; onClose: () => void }>

/** Changes what is said about a text; open while `text` is one. */
export function DescribeDialog({ text, onDone, onClose, chapters }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('files.describe.title')} opened={text !== null} onClose={onClose}>
      {text !== null && <Describe text={text} chapters={chapters} onDone={onDone} onClose={onClose} />}
    </Dialog>
  )
}

function Describe({ text, chapters, onDone, onClose }: Props & Readonly<{ text: TextView }>) {
  const { t } = useTranslation()
  const { values, field, check } = useFields({ title: text.title, submitter: text.submitter, receivedOn: text.receivedOn })
  const [chapterIds, setChapterIds] = useState(text.chapterIds)
  const save = useMutation({
    mutationFn: (request: DescribeTextRequest) => api.describeText(text.id, request),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  const submit = () => {
    const request = check(describeTextRequest, { ...values, chapterIds }, {
      title: t('files.about.wrong.title'),
      submitter: t('files.about.wrong.submitter'),
      receivedOn: t('files.about.wrong.receivedOn'),
    })
    if (request !== null) save.mutate(request)
  }
  return (
    <Form send={t('common.action.save')} sending={save.isPending} failure={save.error} onSubmit={submit} onCancel={onClose}>
      <TextFields field={field} submitterIsOpen={text.kind !== 'private'} chapters={chapters} chapterIds={chapterIds} onChapterIds={setChapterIds} />
    </Form>
  )
}
