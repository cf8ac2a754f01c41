import { Button } from '@mantine/core'
import IconWriting from '@tabler/icons-react/dist/esm/icons/IconWriting.mjs'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '#client/ui/index.ts'
import { Legend } from './Legend.tsx'
import { useAuthorship, type Own, type WrittenPage } from './use-authorship.ts'
import { WhoseLine } from './WhoseLine.tsx'
import './authorship.css'

type ShownProps = Readonly<{ textId: string; page: WrittenPage }>

/** "Who wrote this": shows on request, on the page itself, who wrote which words, when, and in which delegation's name. Alt+Shift+W. */
export function AuthorshipBar({ own, ...shown }: ShownProps & Readonly<{ own: Own }>) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // The code, not the letter: with Alt and Shift held, keyboards write other letters.
      if (event.code !== 'KeyW' || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      setShown((now) => !now)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button
        size="compact-sm"
        variant={isShown ? 'light' : 'default'}
        aria-pressed={isShown}
        aria-keyshortcuts="Alt+Shift+W"
        title={t('authorship.toggleHint')}
        leftSection={<IconWriting size={16} aria-hidden />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setShown(!isShown)}
      >
        {t('authorship.toggle')}
      </Button>
      {isShown && <Shown {...shown} ownName={own.name} ownDelegation={own.delegation} />}
    </>
  )
}

function Shown({ textId, page, ownName, ownDelegation }: ShownProps & Readonly<{ ownName: string; ownDelegation: string }>) {
  const { t } = useTranslation()
  const own = useMemo(() => ({ name: ownName, delegation: ownDelegation }), [ownName, ownDelegation])
  const shown = useAuthorship({ textId, page, own })
  return (
    <section className="authorship" aria-label={t('authorship.title')}>
      {shown === null && <p className="authorship__line">{t('authorship.reading')}</p>}
      {shown !== null && shown.failure !== null && <FailureNotice failure={shown.failure} onRetry={shown.retry} />}
      {shown !== null && shown.failure === null && (
        <>
          <Legend shares={shown.shares} />
          <WhoseLine spoken={shown.spoken} page={page} />
        </>
      )}
    </section>
  )
}
