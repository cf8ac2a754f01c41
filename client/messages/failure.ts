import type { TFunction } from 'i18next'
import { AnswerUnknown, Unreached } from '#client/platform/index.ts'
import { Refused, type RefusalId } from '#shared/kernel/index.ts'

/** Refusals whose detail says which field, file or name it is about; with the others it would only repeat the sentence. */
const TELLING: readonly RefusalId[] = ['bad-input', 'unreadable-file', 'content-missing', 'content-altered', 'too-large', 'symbol-taken', 'storage-failed']

/** What went wrong, for the person: the refusal's sentence and what the server added to it, or what else happened. */
export function sentenceOf(failure: unknown, t: TFunction): string {
  if (failure instanceof Refused) {
    const sentence = t(`refusals.${failure.id}`)
    return failure.detail !== '' && TELLING.includes(failure.id) ? `${sentence} ${failure.detail}` : sentence
  }
  if (failure instanceof Unreached) return t('app.failure.offline')
  if (failure instanceof AnswerUnknown) return t('app.failure.answer')
  return t('app.failure.unexpected')
}
