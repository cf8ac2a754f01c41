import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from './FailureNotice.tsx'
import classes from './form.module.css'

type Props = Readonly<{
  /** What the button that sends says. */
  send: string
  sending: boolean
  failure: unknown
  onSubmit: () => void
  onCancel?: () => void
  children: ReactNode
}>

/** A form with its failure above its buttons. Checking is the caller's, so that sentences are ours and not the browser's. */
export function Form({ send, sending, failure, onSubmit, onCancel, children }: Props) {
  const { t } = useTranslation()
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <FailureNotice failure={failure} />
      <div className={classes.buttons}>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('common.action.cancel')}
          </Button>
        )}
        <Button type="submit" loading={sending}>
          {send}
        </Button>
      </div>
    </form>
  )
}
