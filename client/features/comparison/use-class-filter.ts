import { useCallback, useMemo } from 'react'
import { CHANGE_CLASSES, type ChangeClass } from '#shared/compare/index.ts'
import { useAddress } from './use-address.ts'

/** Which classes of change are shown; the others are folded. The address of the page carries it, so that a link does. */
export type ClassFilter = Readonly<{
  shown: ReadonlySet<ChangeClass>
  isAll: boolean
  isSubstanceAlone: boolean
  show: (classes: readonly ChangeClass[]) => void
}>

export function useClassFilter(): ClassFilter {
  const [written, write] = useAddress('classes')
  const shown = useMemo(() => shownBy(written), [written])
  const show = useCallback((classes: readonly ChangeClass[]) => write(classes.length === CHANGE_CLASSES.length ? null : classes.join('.')), [write])
  return { shown, isAll: shown.size === CHANGE_CLASSES.length, isSubstanceAlone: shown.size === 1 && shown.has('substance'), show }
}

/** The classes that an address names; all of them where it names none that there is. */
export function shownBy(written: string | null): ReadonlySet<ChangeClass> {
  const named = CHANGE_CLASSES.filter((name) => (written ?? '').split('.').includes(name))
  return new Set(named.length === 0 ? CHANGE_CLASSES : named)
}

/** How many of `classes` there are of each class; null is of none. */
export function countsOf(classes: Iterable<ChangeClass | null>): Readonly<Record<ChangeClass, number>> {
  const counts = { substance: 0, editorial: 0, numbering: 0, formatting: 0 }
  for (const name of classes) if (name !== null) counts[name]++
  return counts
}
