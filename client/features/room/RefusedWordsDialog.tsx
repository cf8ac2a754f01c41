import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type * as Y from 'yjs'
import { useWriting } from '#client/messages/index.ts'
import { api, copyText, download, pastedFile, toBase64, type Aside } from '#client/platform/index.ts'
import { Dialog, FailureNotice } from '#client/ui/index.ts'
import type { BroughtIn, TextView } from '#shared/api/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import { writeText } from '#shared/formats/index.ts'
import { ClauseLines } from './ClauseLines.tsx'
import { refusedWords } from './refused-words.ts'
import { insertedWords, type CitationBasis } from './told-lines.ts'

/** Where a private draft with the words can be made: null for whoever may bring none in. */
export type PrivateCopy = Readonly<{ negotiationId: string; today: string; pathOf: (textId: string) => string; comparisonOf: (textId: string) => string }> | null

/** What is to be known of the text that did not take the words. */
export type RefusingText = Pick<TextView, 'title' | 'chapterIds' | 'language' | 'frozen'>

type Props = Readonly<{
  aside: Aside
  /** The draft as the server has it. */
  doc: Y.Doc
  text: RefusingText
  basis: CitationBasis
  privateCopy: PrivateCopy
  goTo: (id: ClauseId) => void
  onDiscard: () => void
  onClose: () => void
}>

/** Offers words that the server did not take: to be looked at against the text, saved elsewhere, or given up. */
export function RefusedWordsDialog(props: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('room.refusedWords.title')} opened onClose={props.onClose} size="48rem">
      <Offer {...props} />
    </Dialog>
  )
}

function Offer({ aside, doc, text, basis, privateCopy, goTo, onDiscard, onClose }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const found = useMemo(() => (aside.state === null ? null : refusedWords(aside.state, doc, basis)), [aside, doc, basis])
  const [made, setMade] = useState<BroughtIn | null>(null)
  const [copied, setCopied] = useState<'copied' | 'refused' | null>(null)
  const [isSure, setSure] = useState(false)
  const moment = writing.moment(aside.at)
  const lines = found?.lines ?? []
  const asText = found === null ? aside.words : `${lines.map(({ citation, mine }) => `${citation}\n${(mine?.runs ?? []).map(marked).join('')}`).join('\n\n')}\n`
  const save = useMutation({
    mutationFn: (into: NonNullable<PrivateCopy>) =>
      api.bringIn(into.negotiationId, {
        kind: 'private',
        title: t('room.refusedWords.copyTitle', { title: text.title, moment }).slice(0, 200),
        submitter: '',
        receivedOn: into.today,
        chapterIds: [...text.chapterIds],
        language: text.language,
        file: { name: 'copy.txt', base64: toBase64(pastedFile('', found === null ? aside.words : writeText(found.text)).bytes) },
      }),
    onSuccess: setMade,
  })
  const copy = async () => setCopied((await copyText(asText)) ? 'copied' : 'refused')
  const words = insertedWords(lines)
  return (
    <Stack gap="sm">
      <Text>
        {t(`room.refusedWords.because.${reasonOf(aside)}`, { moment })}{' '}
        {aside.because === 'text-frozen' && text.frozen !== null && t('room.refusedWords.reason', { reason: text.frozen.reason })}
      </Text>
      <Text>
        {found !== null && lines.length === 0
          ? t('room.refusedWords.nothing')
          : words === 0
            ? t('room.refusedWords.changes', { count: lines.length || aside.unsent })
            : t('room.refusedWords.count', { words: t('room.refusedWords.words', { count: words }), clauses: t('room.refusedWords.clauses', { count: lines.length }) })}
      </Text>
      {found === null ? <pre className="refused-words">{aside.words}</pre> : <ClauseLines lines={lines} named={false} goTo={goTo} />}
      {made !== null && privateCopy !== null && (
        <output className="refused-words__saved">
          {t('room.refusedWords.saved')} <Anchor component={Link} underline="always" c="var(--accent)" to={privateCopy.pathOf(made.text.id)}>{made.text.title}</Anchor>{' '}
          <Anchor component={Link} underline="always" c="var(--accent)" to={privateCopy.comparisonOf(made.text.id)}>{t('room.refusedWords.compare')}</Anchor>
        </output>
      )}
      <FailureNotice failure={save.error} />
      {copied === 'refused' && <Alert color="red" role="alert">{t('common.action.copyFailed')}</Alert>}
      <Group gap="xs">
        {privateCopy !== null && made === null && (
          <Button data-autofocus loading={save.isPending} onClick={() => save.mutate(privateCopy)}>{t('room.refusedWords.savePrivately')}</Button>
        )}
        <Button variant="default" onClick={() => void copy()}>{t(copied === 'copied' ? 'common.action.copied' : 'room.refusedWords.copy')}</Button>
        <Button variant="default" onClick={() => download(`${text.title}.txt`, found === null ? aside.words : writeText(found.text))}>
          {t('room.refusedWords.download')}
        </Button>
        {isSure ? (
          <Button color="red" onClick={onDiscard}>{t('room.refusedWords.discardSure')}</Button>
        ) : (
          <Button variant="default" onClick={() => setSure(true)}>{t('room.refusedWords.discard')}</Button>
        )}
        <Button variant="subtle" onClick={onClose}>{t('room.refusedWords.later')}</Button>
      </Group>
      <Text size="sm" c="dimmed">{t('room.refusedWords.kept')}</Text>
    </Stack>
  )
}

const REASONS = ['text-frozen', 'not-allowed', 'too-large'] as const
const reasonOf = ({ because }: Aside): (typeof REASONS)[number] | 'other' => REASONS.find((reason) => reason === because) ?? 'other'

const marked = ({ kind, text }: Readonly<{ kind: string; text: string }>): string => (kind === 'insert' ? `{+${text}+}` : kind === 'strike' ? `[-${text}-]` : text)
