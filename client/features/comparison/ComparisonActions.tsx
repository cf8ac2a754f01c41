import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { copyText } from '#client/platform/index.ts'
import type { ComparisonView } from '#shared/api/index.ts'
import type { Comparison } from '#shared/compare/index.ts'
import { ExportMenu } from './ExportMenu.tsx'

/** What one does with a comparison as a whole. */
export function ComparisonActions({ negotiationId, ...compared }: Readonly<{ negotiationId: string; pinned: ComparisonView; comparison: Comparison }>) {
  return (
    <>
      <CopyLink />
      <ExportMenu {...compared} />
      <OthersLink negotiationId={negotiationId} />
    </>
  )
}

export function OthersLink({ negotiationId }: Readonly<{ negotiationId: string }>) {
  const { t } = useTranslation()
  return <Button size="compact-sm" variant="subtle" component={Link} to={`/n/${negotiationId}/compare`}>{t('comparison.other')}</Button>
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
