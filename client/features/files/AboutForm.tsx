import { Anchor, NativeSelect, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, toBase64, type ChosenFile } from '#client/platform/index.ts'
import { Form, useFields } from '#client/ui/index.ts'
import { bringInRequest, nameField, type BringInRequest, type BroughtIn, type DeskView } from '#shared/api/index.ts'
import { LANGUAGES } from '#shared/clauses/index.ts'
import type { ImportResult } from '#shared/formats/index.ts'
import { kindsFor, mayNameSubmitter, usualKind } from './kinds.ts'
import { TextFields } from './TextFields.tsx'

type Props = Readonly<{ file: ChosenFile; result: ImportResult; desk: DeskView; onOther: () => void; onBroughtIn: (result: BroughtIn) => void }>

/** A submitted draft is somebody's. */
const submittedRequest = bringInRequest.extend({ submitter: nameField })

const titleOfFile = (name: string): string => name.replace(/\.[^.]*$/, '').replaceAll(/[-_]+/g, ' ')

/** Says what the text is, and sends it. */
export function AboutForm({ file, result, desk, onOther, onBroughtIn }: Props) {
  const { t } = useTranslation()
  const { me, chapters, today } = desk
  const kinds = kindsFor(me)
  const pasted = file.name.startsWith('pasted.')
  const { values, field, check } = useFields({
    kind: usualKind(desk),
    title: (result.text.title === '' && !pasted ? titleOfFile(file.name) : result.text.title).slice(0, 200),
    submitter: mayNameSubmitter(me) ? '' : me.delegation,
    receivedOn: today,
    language: '',
  })
  const [chapterIds, setChapterIds] = useState<string[]>([])
  const kind = kinds.find((one) => one === values.kind)
  const send = useMutation({ mutationFn: (request: BringInRequest) => api.bringIn(desk.negotiation.id, request), onSuccess: onBroughtIn })
  const submit = () => {
    const input = { ...values, language: values.language === '' ? null : values.language, chapterIds, file: { name: file.name, base64: toBase64(file.bytes) } }
    const request = check(kind === 'submitted' ? submittedRequest : bringInRequest, input, {
      kind: t('files.about.wrong.kind'),
      title: t('files.about.wrong.title'),
      submitter: t(kind === 'submitted' ? 'files.about.wrong.submitterMissing' : 'files.about.wrong.submitter'),
      receivedOn: t('files.about.wrong.receivedOn'),
      language: t('files.about.wrong.language'),
    })
    if (request !== null) send.mutate(request)
  }
  return (
    <Form send={t('files.bringIn.submit')} sending={send.isPending} failure={send.error} onSubmit={submit}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {file.name}{' '}
        <Anchor component="button" type="button" size="sm" onClick={onOther}>
          {t('files.bringIn.other')}
        </Anchor>
      </Text>
      <NativeSelect
        {...field('kind')}
        label={t('files.about.kind')}
        description={kind === undefined ? undefined : t(`files.about.kindMeaning.${kind}`)}
        data={kinds.map((one) => ({ value: one, label: t(`common.textKind.${one}`) }))}
      />
      <TextFields field={field} submitterIsOpen={mayNameSubmitter(me)} chapters={chapters} chapterIds={chapterIds} onChapterIds={setChapterIds} />
      <NativeSelect
        {...field('language')}
        label={t('files.about.language')}
        data={[
          { value: '', label: t('files.about.languageFound', { language: t(`common.language.${result.text.settings.language}`) }) },
          ...LANGUAGES.map((language) => ({ value: language, label: t(`common.language.${language}`) })),
        ]}
      />
    </Form>
  )
}
