import { useTranslation } from 'react-i18next'
import type { Caps } from '#shared/compare/index.ts'

/** Says when clauses were too long to be compared word by word; nothing otherwise. */
export function CapsNotice({ caps: { wholeClauseRows } }: Readonly<{ caps: Caps }>) {
  const { t } = useTranslation()
  return wholeClauseRows === 0 ? null : <p className="comparison-capped" role="note">⚠ {t('comparison.capped', { count: wholeClauseRows })}</p>
}
