import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { FailureNotice, useFields } from '#client/ui/index.ts'
import { setupRequest, type Arrived } from '#shared/api/index.ts'
import { EntrySheet } from './EntrySheet.tsx'
import classes from './EntrySheet.module.css'

/** Spends the one-time link of the first start: makes the chair's account and the negotiation. */
export function SetupScreen({ token, onArrived }: Readonly<{ token: string; onArrived: (arrived: Arrived) => void }>) {
  const { t } = useTranslation()
  const { values, field, check } = useFields({
    negotiationTitle: '',
    name: '',
    delegation: t('entry.setup.delegationDefault') as string,
    email: '',
    password: '',
  })
  const setUp = useMutation({ mutationFn: api.setUp, onSuccess: onArrived })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const request = check(setupRequest, { token, ...values }, {
      negotiationTitle: t('entry.wrong.negotiation'),
      name: t('entry.wrong.name'),
      delegation: t('entry.wrong.delegation'),
      email: t('entry.wrong.email'),
      password: t('entry.wrong.password'),
    })
    if (request !== null) setUp.mutate(request)
  }
  return (
    <EntrySheet title={t('entry.setup.title')} lead={t('entry.setup.lead')}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput {...field('negotiationTitle')} label={t('entry.field.negotiation')} description={t('entry.field.negotiationHint')} required withAsterisk={false} />
        <fieldset className={classes.group}>
          <legend>{t('entry.setup.you')}</legend>
          <TextInput {...field('name')} label={t('entry.field.name')} autoComplete="name" required withAsterisk={false} />
          <TextInput {...field('delegation')} label={t('entry.field.delegation')} description={t('entry.field.delegationHint')} autoComplete="organization" required withAsterisk={false} />
          <TextInput {...field('email')} label={t('entry.field.email')} type="email" autoComplete="username" required withAsterisk={false} />
          <PasswordInput {...field('password')} label={t('entry.field.password')} description={t('entry.field.passwordHint')} autoComplete="new-password" required withAsterisk={false} />
        </fieldset>
        <FailureNotice failure={setUp.error} />
        <Button type="submit" loading={setUp.isPending}>
          {t('entry.setup.submit')}
        </Button>
      </form>
    </EntrySheet>
  )
}
