import { Suspense, useEffect, useRef, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { Waiting } from '#client/ui/index.ts'
import classes from './Frame.module.css'
import { Header } from './Header.tsx'

/**
 * What stands around every screen: the way past the header, the header, and the content. Focus goes to the content when
 * the address changes, so that a keyboard or a screen reader starts where the new screen does.
 */
export function Frame() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [pathname])
  // Without the jump itself: the fragment of an address may hold a one-time token that must stay there.
  const skip = (event: MouseEvent) => {
    event.preventDefault()
    main.current?.focus()
  }
  return (
    <>
      <a className={classes.skip} href="#main" onClick={skip}>
        {t('app.skipToContent')}
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Waiting what={t('common.state.loadingScreen')} />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  )
}
