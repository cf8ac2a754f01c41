import { Alert, Button, PasswordInput, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { FailureNotice, useFields } from '#client/ui/index.ts'
import { signInRequest } from '#shared/api/index.ts'
import { EntrySheet } from './EntrySheet.tsx'
import classes from './EntrySheet.module.css'

/** Signing in. `setUp` false: no account exists yet, which is said before somebody tries in vain. */
export function SignInScreen({ setUp, onSignedIn }: Readonly<{ setUp: boolean; onSignedIn: () => void }>) {
  const { t } = useTranslation()
  const { values, field, check } = useFields({ email: '', password: '' })
  const signIn = useMutation({ mutationFn: api.signIn, onSuccess: onSignedIn })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const request = check(signInRequest, values, { email: t('entry.wrong.email'), password: t('entry.wrong.currentPassword') })
    if (request !== null) signIn.mutate(request)
  }
  return (
    <EntrySheet title={t('entry.signIn.title')}>
      {!setUp && <Alert variant="default">{t('entry.signIn.notSetUp')}</Alert>}
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput {...field('email')} label={t('entry.field.email')} type="email" autoComplete="username" required withAsterisk={false} />
        <PasswordInput {...field('password')} label={t('entry.field.currentPassword')} autoComplete="current-password" required withAsterisk={false} />
        <FailureNotice failure={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {t('entry.signIn.submit')}
        </Button>
      </form>
      <Text size="sm" c="dimmed">
        {t('entry.signIn.forgotten')}
      </Text>
    </EntrySheet>
  )
}
