import type { TFunction } from 'i18next'
import type { Reason } from '#shared/compare/index.ts'

/** Why two clauses were taken for the same one, in words; '' where that needs no saying. */
export function reasonWords(reason: Reason | null, t: TFunction): string {
  if (reason === null || reason.rule === 'same-id') return ''
  if (reason.rule === 'declared' || reason.rule === 'same-text' || reason.rule === 'same-purpose') return t(`comparison.reason.${reason.rule}`)
  const percent = Math.floor(reason.share * 100)
  if (percent === 100 && reason.rule === 'same-words') return t('comparison.reason.all-words') // but for their endings
  return t(`comparison.reason.${reason.rule}`, { percent })
}
