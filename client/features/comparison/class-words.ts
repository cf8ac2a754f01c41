import type { TFunction } from 'i18next'
import type { ChangeClass, Ground, RowClass, Verdict } from '#shared/compare/index.ts'

/** Signs that stand for the classes beside their names: colour never tells alone. */
export const CLASS_SIGNS: Readonly<Record<ChangeClass, string>> = { substance: '◆', editorial: '◇', numbering: '#', formatting: '¶' }

/** All verdicts of a row, the weightiest first. */
export const verdictsOf = ({ whole, label, emphasis, hunks }: RowClass): readonly Verdict[] =>
  [whole, label, emphasis, ...hunks].filter((verdict) => verdict !== null).toSorted((one, other) => other.weight - one.weight)

/** Grounds beyond these are counted, not told: the redline shows them. */
const MAX_TOLD = 2

/** Why a row has its class, in one line: "shall → may: obligation; + unless: condition". */
export function explained(found: RowClass, t: TFunction): string {
  const grounds = verdictsOf(found).filter((verdict) => verdict.class === found.class).flatMap((verdict) => verdict.grounds)
  const told = [...new Set(grounds.map((ground) => groundWords(ground, t)))]
  const rest = told.length - MAX_TOLD
  return [...told.slice(0, MAX_TOLD), ...(rest > 0 ? [t('comparison.class.more', { count: rest })] : [])].join('; ')
}

/** Longer words are shown by the redline beside the note. */
const MAX_LETTERS = 32

function groundWords({ aspect, struck, inserted }: Ground, t: TFunction): string {
  const name = t(`comparison.ground.${aspect}`)
  if (aspect === 'other' || struck.length > MAX_LETTERS || inserted.length > MAX_LETTERS || struck + inserted === '') return name
  if (struck !== '' && inserted !== '') return t('comparison.class.replaced', { struck, inserted, name })
  return inserted === '' ? t('comparison.class.struck', { struck, name }) : t('comparison.class.inserted', { inserted, name })
}
