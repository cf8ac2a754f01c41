import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { CHANGE_CLASSES, type ChangeClass } from '#shared/compare/index.ts'
import { CLASS_SIGNS } from './class-words.ts'
import type { ClassFilter } from './use-class-filter.ts'

/** How many changes are of which class, and which of them are shown. The last one shown cannot be put away. */
export function ClassFilterBox({ counts, filter: { shown, isAll, show } }: Readonly<{ counts: Readonly<Record<ChangeClass, number>>; filter: ClassFilter }>) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const folded = CHANGE_CLASSES.filter((name) => !shown.has(name)).reduce((sum, name) => sum + counts[name], 0)
  return (
    <fieldset className="class-filter">
      <legend>{t('comparison.class.legend')}</legend>
      {CHANGE_CLASSES.map((name) => {
        const next = CHANGE_CLASSES.filter((one) => (one === name ? !shown.has(one) : shown.has(one)))
        return (
          <Checkbox
            key={name}
            size="xs"
            checked={shown.has(name)}
            disabled={next.length === 0}
            onChange={() => show(next)}
            label={<>{CLASS_SIGNS[name]} {t(`comparison.class.${name}`)} <small>{number(counts[name])}</small></>}
          />
        )
      })}
      {!isAll && (
        <p className="class-filter__folded">
          {t('comparison.class.foldedChanges', { count: folded })} <button type="button" onClick={() => show(CHANGE_CLASSES)}>{t('comparison.class.showAll')}</button>
        </p>
      )}
    </fieldset>
  )
}
