import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { KeptText } from '#client/platform/index.ts'
import { Dialog, FailureNotice, Waiting } from '#client/ui/index.ts'
import { hasOwnWords, sendKept, withKept } from './kept-texts.ts'

type Props = Readonly<{
  accountId: string
  /** What the person is about to do; null while the dialog is closed. */
  purpose: 'sign-out' | 'forget' | null
  /** The address of a text's page; null when it is not known. */
  pathOf: (text: KeptText) => string | null
  /** Signs out; what `keep` says stays on this computer. */
  signOut: (keep: (text: KeptText) => boolean) => Promise<void>
  onClose: () => void
}>

/** What of this person is on this computer: before signing out, when there are words that the others do not have, and when asked for. */
export function KeptDialog({ purpose, onClose, ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t(purpose === 'sign-out' ? 'room.kept.signOutTitle' : 'room.kept.forgetTitle')} opened={purpose !== null} onClose={onClose}>
      {purpose !== null && <Listed purpose={purpose} onClose={onClose} {...rest} />}
    </Dialog>
  )
}

function Listed({ purpose, ...props }: Props & Readonly<{ purpose: 'sign-out' | 'forget' }>) {
  const { t } = useTranslation()
  const { accountId } = props
  const list = useQuery({
    queryKey: ['kept', accountId],
    queryFn: async () => (await withKept(accountId, (kept) => kept.list())) ?? [],
    staleTime: 0,
    gcTime: 0,
  })
  const send = useMutation({
    mutationFn: async () => {
      await sendKept(accountId, list.data ?? [])
      const { data = [] } = await list.refetch()
      if (purpose === 'sign-out' && !data.some(hasOwnWords)) await props.signOut(() => false)
      return data.some(({ unsent }) => unsent > 0)
    },
  })
  if (list.data === undefined) return <Waiting />
  const texts = purpose === 'sign-out' ? list.data.filter(hasOwnWords) : list.data
  // The connection may have come back since signing out was asked for.
  if (purpose === 'sign-out' && texts.length === 0) return <AllSent {...props} />
  return (
    <Stack gap="sm">
      <Text>{t(purpose === 'sign-out' ? 'room.kept.signOutLead' : 'room.kept.forgetLead')}</Text>
      {texts.length === 0 ? <Text>{t('room.kept.none')}</Text> : <TextList texts={texts} {...props} />}
      <output>{send.data === true ? t('room.kept.notSent') : ''}</output>
      <FailureNotice failure={send.error} />
      {purpose === 'sign-out' ? <SigningOut texts={texts} send={send} {...props} /> : <Forgetting texts={texts} send={send} {...props} />}
    </Stack>
  )
}

function TextList({ texts, pathOf, onClose }: Pick<Props, 'pathOf' | 'onClose'> & Readonly<{ texts: readonly KeptText[] }>) {
  const { t } = useTranslation()
  return (
    <ul className="kept-list">
      {texts.map((text) => {
        const { memberId, textId, unsent, asides } = text
        const title = text.title === '' ? t('room.kept.untitled') : text.title
        const path = pathOf(text)
        const facts = [...(unsent > 0 ? [t('room.kept.unsent', { count: unsent })] : []), ...(asides.length > 0 ? [t('room.kept.aside', { count: asides.length })] : [])]
        const orphans = asides.filter(({ state }) => state === null)
        return (
          <li key={`${memberId}/${textId}`}>
            {path === null ? title : <Anchor component={Link} underline="always" c="var(--accent)" to={path} onClick={onClose}>{title}</Anchor>}: {facts.length === 0 ? t('room.kept.sentText') : facts.join(', ')}
            {orphans.map(({ id, words }) => <pre key={id} className="refused-words">{words}</pre>)}
          </li>
        )
      })}
    </ul>
  )
}

type Sending = Readonly<{ isPending: boolean; mutate: () => void }>
type ActionProps = Pick<Props, 'accountId' | 'signOut' | 'onClose'> & Readonly<{ texts: readonly KeptText[]; send: Sending }>

function Send({ texts, send }: Pick<ActionProps, 'texts' | 'send'>) {
  const { t } = useTranslation()
  if (!texts.some(({ unsent }) => unsent > 0)) return null
  return <Button data-autofocus loading={send.isPending} onClick={() => send.mutate()}>{t('room.kept.send')}</Button>
}

function AllSent({ signOut, onClose }: Pick<Props, 'signOut' | 'onClose'>) {
  const { t } = useTranslation()
  const leave = useMutation({ mutationFn: () => signOut(() => false) })
  return (
    <Stack gap="sm">
      <Text component="output">{t('room.kept.allSent')}</Text>
      <FailureNotice failure={leave.error} />
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>{t('common.action.cancel')}</Button>
        <Button data-autofocus loading={leave.isPending} onClick={() => leave.mutate()}>{t('room.kept.signOut')}</Button>
      </Group>
    </Stack>
  )
}

function SigningOut({ texts, send, signOut, onClose }: ActionProps) {
  const { t } = useTranslation()
  const leave = useMutation({ mutationFn: () => signOut(hasOwnWords) })
  return (
    <>
      <Text size="sm" c="dimmed">{t('room.kept.leaveHint')}</Text>
      <FailureNotice failure={leave.error} />
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>{t('common.action.cancel')}</Button>
        <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>{t('room.kept.leave')}</Button>
        <Send texts={texts} send={send} />
      </Group>
    </>
  )
}

function Forgetting({ accountId, texts, send, onClose }: ActionProps) {
  const { t } = useTranslation()
  const [isSure, setSure] = useState(false)
  const forget = useMutation({ mutationFn: () => withKept(accountId, (kept) => kept.forget(() => false)) })
  const unsent = texts.reduce((sum, text) => sum + text.unsent + text.asides.reduce((all, aside) => all + aside.unsent, 0), 0)
  if (forget.isSuccess) return <Text component="output">{t('room.kept.forgotten')}</Text>
  return (
    <Group justify="end" gap="xs">
      <Button variant="default" onClick={onClose}>{t('common.action.cancel')}</Button>
      <Send texts={texts} send={send} />
      {texts.length > 0 && (
        <Button color="red" variant={isSure ? 'filled' : 'default'} loading={forget.isPending} onClick={() => (unsent === 0 || isSure ? forget.mutate() : setSure(true))}>
          {unsent > 0 && isSure ? t('room.kept.forgetSure', { count: unsent }) : t('room.kept.forget')}
        </Button>
      )}
    </Group>
  )
}
