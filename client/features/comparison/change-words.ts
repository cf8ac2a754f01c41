import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { explained } from './class-words.ts'
import type { Change, Classes } from '#shared/compare/index.ts'

/** How a change is put into words: for the list, and spoken as one sentence when one walks to it. */
export type ChangeWords = Readonly<{
  where: (change: Change) => string
  what: (change: Change) => string
  /** Its class and why: "substance: shall → may: obligation". */
  why: (change: Change) => string
  spoken: (change: Change, position: Readonly<{ number: number; of: number }>) => string
}>

export function useChangeWords(classes: Classes): ChangeWords {
  const { t } = useTranslation()
  return useMemo(() => {
    const where = ({ citation: { base, revised }, relation }: Change): string => {
      if (relation === 'moved' && base !== null && revised !== null && base !== revised) return t('comparison.list.moved', { base, revised })
      return revised ?? base ?? t('comparison.list.unnumbered')
    }
    const what = ({ relation, edited, clauses }: Change): string => {
      const word = relation === 'moved' && edited ? t('comparison.relation.movedAndEdited') : t(`comparison.relation.${relation}`)
      return clauses > 1 ? t('comparison.list.withParts', { word, count: clauses }) : word
    }
    const why = (change: Change): string => {
      const found = classes.rows[change.row] ?? null
      const name = t(`comparison.class.${change.class}`)
      const words = found !== null && found.class === change.class ? explained(found, t) : ''
      return words === '' ? name : t('comparison.class.why', { name, words })
    }
    const spoken = (change: Change, { number, of }: Readonly<{ number: number; of: number }>): string => {
      const { struck, inserted } = change.excerpt
      const replaced = struck !== '' && inserted !== ''
      const words = replaced
        ? t('comparison.spoken.replaced', { struck, inserted })
        : struck === ''
          ? inserted === '' ? '' : t('comparison.spoken.inserted', { inserted })
          : t('comparison.spoken.struck', { struck })
      return t('comparison.spoken.change', { number, of, where: where(change), what: what(change), why: why(change), words })
    }
    return { where, what, why, spoken }
  }, [t, classes])
}

/** The spoken form of the change at an index of `changes`; '' where there is none. */
export function useSpoken(changes: readonly Change[], classes: Classes): (index: number) => string {
  const words = useChangeWords(classes)
  return useCallback(
    (index) => {
      const change = changes[index]
      return change === undefined ? '' : words.spoken(change, { number: index + 1, of: changes.length })
    },
    [changes, words],
  )
}
