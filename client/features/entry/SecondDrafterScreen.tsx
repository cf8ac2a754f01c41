import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#client/platform/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { Arrived, SessionView } from '#shared/api/index.ts'
import { EntrySheet } from './EntrySheet.tsx'

type Props = Readonly<{ token: string; account: SessionView['account']; onArrived: (arrived: Arrived) => void }>

/** Opens the sample as its second drafter: at once for a stranger, after a question for somebody who is signed in here. */
export function SecondDrafterScreen({ token, account, onArrived }: Props) {
  const { t } = useTranslation()
  const { mutate, error } = useMutation({ mutationFn: api.becomeSecondDrafter, onSuccess: onArrived })
  const asked = useRef(false)
  const stranger = account === null
  useEffect(() => {
    if (!stranger || asked.current) return // the link works once: never ask twice
    asked.current = true
    mutate(token)
  }, [stranger, token, mutate])
  return (
    <EntrySheet title={t('entry.second.title')}>
      {error !== null ? (
        <FailureNotice failure={error} />
      ) : stranger ? (
        <Waiting what={t('entry.second.opening')} />
      ) : (
        <>
          <Text>{t('entry.second.signedIn', { name: account.name })}</Text>
          <Button onClick={() => mutate(token)}>{t('entry.second.submit')}</Button>
        </>
      )}
    </EntrySheet>
  )
}
