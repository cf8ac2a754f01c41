import { Button, PasswordInput, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { FailureNotice, useFields } from '#client/ui/index.ts'
import { resetAccessRequest } from '#shared/api/index.ts'
import { EntrySheet } from './EntrySheet.tsx'
import classes from './EntrySheet.module.css'

/** Spends a reset link: sets a new password. `onDone` goes on to signing in. */
export function ResetScreen({ token, onDone }: Readonly<{ token: string; onDone: () => void }>) {
  const { t } = useTranslation()
  const { values, field, check } = useFields({ password: '' })
  const reset = useMutation({ mutationFn: api.resetAccess })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const request = check(resetAccessRequest, { token, ...values }, { password: t('entry.wrong.password') })
    if (request !== null) reset.mutate(request)
  }
  if (reset.isSuccess) {
    return (
      <EntrySheet title={t('entry.reset.title')}>
        <Text role="alert">{t('entry.reset.done')}</Text>
        <Button onClick={onDone}>{t('entry.reset.onward')}</Button>
      </EntrySheet>
    )
  }
  return (
    <EntrySheet title={t('entry.reset.title')} lead={t('entry.reset.lead')}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <PasswordInput {...field('password')} label={t('entry.field.newPassword')} description={t('entry.field.passwordHint')} autoComplete="new-password" required withAsterisk={false} />
        <FailureNotice failure={reset.error} />
        <Button type="submit" loading={reset.isPending}>
          {t('entry.reset.submit')}
        </Button>
      </form>
    </EntrySheet>
  )
}
