import { useEffect } from 'react'

/** The document's title while a screen is shown: its own name first, as a tab shows it. One a screen. */
export function PageTitle({ parts }: Readonly<{ parts: readonly string[] }>) {
  const title = [...parts.filter((part) => part !== ''), 'Travaux'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
  return null
}
