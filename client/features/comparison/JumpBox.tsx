import { Select, type ComboboxItem, type OptionsFilter } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { goalsOf, matchingGoals } from './goals.ts'
import type { Line } from './lines.ts'
import type { Walk } from './use-walk.ts'

const MAX_SHOWN = 40

/** Goes to any clause by what it is called on either side: its citation, or the words of its heading. `/` opens it. */
export function JumpBox({ lines, visit }: Readonly<{ lines: readonly Line[]; visit: Walk['visit'] }>) {
  const { t } = useTranslation()
  const goals = useMemo(() => goalsOf(lines), [lines])
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input:not([type="radio"], [type="checkbox"]), textarea, [role="dialog"]') !== null
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const filter: OptionsFilter = ({ search }) => matchingGoals(goals, search, MAX_SHOWN).map(({ row, words }): ComboboxItem => ({ value: String(row), label: words, disabled: false }))
  return (
    <Select
      ref={box}
      className="jump-box"
      size="xs"
      aria-label={t('comparison.jump.label')}
      placeholder={t('comparison.jump.placeholder')}
      nothingFoundMessage={t('comparison.jump.nothing')}
      data={goals.map(({ row, words }) => ({ value: String(row), label: words }))}
      filter={filter}
      value={null}
      onChange={(row) => row !== null && visit(Number(row))}
      searchable
      selectFirstOptionOnChange
      comboboxProps={{ withinPortal: false, width: 380, position: 'bottom-start' }}
      withScrollArea={false}
      classNames={{ options: 'scrolled-options' }}
    />
  )
}
