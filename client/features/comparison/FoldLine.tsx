import { useTranslation } from 'react-i18next'
import type { Line } from './lines.ts'

/** A line to draw, and how many unchanged clauses were left out before it. */
export type ShownLine = Readonly<{ line: Line; folded: number }>

/** Says how much agreed wording was left out here. */
export function FoldLine({ folded }: Readonly<{ folded: number }>) {
  const { t } = useTranslation()
  return folded === 0 ? null : <p className="redline-fold">{t('comparison.folded', { count: folded })}</p>
}
