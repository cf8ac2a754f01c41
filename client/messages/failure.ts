import type { TFunction } from 'i18next'
import { AnswerUnknown, Unreached } from '#client/platform/index.ts'
import { Refused } from '#shared/kernel/index.ts'

/** What went wrong, for the person: the refusal's sentence and what the server added to it, or what else happened. */
export function sentenceOf(failure: unknown, t: TFunction): string {
  if (failure instanceof Refused) {
    const sentence = t(`refusals.${failure.id}`)
    return failure.detail === '' ? sentence : `${sentence} ${failure.detail}`
  }
  if (failure instanceof Unreached) return t('app.failure.offline')
  if (failure instanceof AnswerUnknown) return t('app.failure.answer')
  return t('app.failure.unexpected')
}
