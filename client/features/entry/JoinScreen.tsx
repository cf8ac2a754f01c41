import { Anchor, Button, PasswordInput, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { api } from '#client/platform/index.ts'
import { FailureNotice, Waiting, useFields } from '#client/ui/index.ts'
import { joinRequest, type Arrived, type SessionView } from '#shared/api/index.ts'
import { EntrySheet } from './EntrySheet.tsx'
import classes from './EntrySheet.module.css'

type Props = Readonly<{
  token: string
  account: SessionView['account']
  onArrived: (arrived: Arrived) => void
  /** Goes to signing in and comes back here. */
  onSignIn: () => void
  onSignOut: () => void
}>

/** Takes an invitation: says who invites, to what and as what, then joins with a new account or the signed-in one. */
export function JoinScreen({ token, account, onArrived, onSignIn, onSignOut }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const look = useQuery({ queryKey: ['invitation', token], queryFn: () => api.lookAtInvitation(token), staleTime: Infinity })
  if (look.error) {
    return (
      <EntrySheet title={t('entry.join.title')}>
        <FailureNotice failure={look.error} onRetry={() => void look.refetch()} />
      </EntrySheet>
    )
  }
  if (!look.data) return <Waiting />
  const { inviter, negotiationTitle, role, delegation, expiresAt } = look.data
  const roleName = t(`common.role.${role}`)
  return (
    <EntrySheet title={t('entry.join.title')} lead={t('entry.join.lead', { inviter, negotiation: negotiationTitle, role: roleName, delegation })}>
      <Text size="sm">
        {t('entry.join.meaning', { role: roleName, meaning: t(`common.roleMeaning.${role}`) })} {t('entry.join.expires', { day: writing.moment(expiresAt) })}
      </Text>
      {account ? (
        <JoinSignedIn token={token} account={account} onArrived={onArrived} onSignOut={onSignOut} />
      ) : (
        <JoinWithNewAccount token={token} onArrived={onArrived} onSignIn={onSignIn} />
      )}
    </EntrySheet>
  )
}

function JoinSignedIn({ token, account, onArrived, onSignOut }: Pick<Props, 'token' | 'onArrived' | 'onSignOut'> & { account: NonNullable<Props['account']> }) {
  const { t } = useTranslation()
  const join = useMutation({ mutationFn: () => api.join({ token, account: null }), onSuccess: onArrived })
  return (
    <>
      <Text>{t('entry.join.signedInAs', { name: account.name, email: account.email })}</Text>
      <FailureNotice failure={join.error} />
      <Button onClick={() => join.mutate()} loading={join.isPending}>
        {t('entry.join.submitSignedIn', { name: account.name })}
      </Button>
      <Anchor component="button" type="button" onClick={onSignOut}>
        {t('entry.join.other')}
      </Anchor>
    </>
  )
}

function JoinWithNewAccount({ token, onArrived, onSignIn }: Pick<Props, 'token' | 'onArrived' | 'onSignIn'>) {
  const { t } = useTranslation()
  const { values, field, check } = useFields({ name: '', email: '', password: '' })
  const join = useMutation({ mutationFn: api.join, onSuccess: onArrived })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const sentences = { name: t('entry.wrong.name'), email: t('entry.wrong.email'), password: t('entry.wrong.password') }
    const request = check(joinRequest, { token, account: values }, sentences)
    if (request !== null) join.mutate(request)
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <fieldset className={classes.group}>
        <legend>{t('entry.join.newAccount')}</legend>
        <TextInput {...field('name')} label={t('entry.field.name')} autoComplete="name" required withAsterisk={false} />
        <TextInput {...field('email')} label={t('entry.field.email')} type="email" autoComplete="username" required withAsterisk={false} />
        <PasswordInput {...field('password')} label={t('entry.field.password')} description={t('entry.field.passwordHint')} autoComplete="new-password" required withAsterisk={false} />
      </fieldset>
      <FailureNotice failure={join.error} />
      <Button type="submit" loading={join.isPending}>
        {t('entry.join.submit')}
      </Button>
      <Anchor component="button" type="button" onClick={onSignIn}>
        {t('entry.join.haveAccount')}
      </Anchor>
    </form>
  )
}
