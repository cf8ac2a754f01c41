import { UnstyledButton } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import IconCopyOff from '@tabler/icons-react/dist/esm/icons/IconCopyOff.mjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#client/platform/index.ts'
import classes from './Versions.module.css'

const SHOWN_DIGITS = 8
const SIGN = { waiting: IconCopy, copied: IconCheck, refused: IconCopyOff } as const

/** The journal's head as a version keeps it: its beginning, with a button that copies all of it; whole in print. */
export function JournalHead({ head, version }: Readonly<{ head: string; version: string }>) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<keyof typeof SIGN>('waiting')
  const Sign = SIGN[outcome]
  const copy = async () => setOutcome((await copyText(head)) ? 'copied' : 'refused')
  return (
    <>
      <UnstyledButton className={`${classes.head} screen-only`} title={t('desk.texts.copyHead', { version })} onClick={() => void copy()}>
        <code>{head.slice(0, SHOWN_DIGITS)}…</code>
        <Sign size={13} aria-hidden />
        <span className="unseen">{t('desk.texts.copyHead', { version })}</span>
        <output className="unseen">
          {outcome === 'copied' && t('desk.texts.headCopied')}
          {outcome === 'refused' && t('desk.texts.headRefused')}
        </output>
      </UnstyledButton>
      <code className={classes.whole}>{head}</code>
    </>
  )
}
