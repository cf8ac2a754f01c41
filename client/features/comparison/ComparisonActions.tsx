import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { copyText } from '#client/platform/index.ts'

/** What one does with a comparison as a whole. */
export function ComparisonActions({ negotiationId }: Readonly<{ negotiationId: string }>) {
  const { t } = useTranslation()
  return (
    <>
      <CopyLink />
      <Button size="compact-sm" variant="subtle" component={Link} to={`/n/${negotiationId}/compare`}>{t('comparison.other')}</Button>
    </>
  )
}

export function CopyLink() {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(window.location.href))
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()}>
      {copied ? t('comparison.linkCopied') : t('comparison.copyLink')}
    </Button>
  )
}
