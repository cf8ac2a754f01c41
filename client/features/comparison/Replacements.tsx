import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Replacement } from '#shared/compare/index.ts'
import type { Walk } from './use-walk.ts'

/** The words that were replaced by the same others throughout, folded; each press goes on to the next place of one. */
export function Replacements({ replacements, visit }: Readonly<{ replacements: readonly Replacement[]; visit: Walk['visit'] }>) {
  const { t } = useTranslation()
  const [step, setStep] = useState<Readonly<{ index: number; place: number }> | null>(null)
  if (replacements.length === 0) return null
  const goOn = (index: number, { rows, struck, inserted }: Replacement) => {
    const place = step?.index === index ? (step.place + 1) % rows.length : 0
    const row = rows[place]
    if (row === undefined) return
    setStep({ index, place })
    visit(row, t('comparison.throughout.spoken', { struck, inserted, number: place + 1, of: rows.length }))
  }
  return (
    <details className="replacements">
      <summary>
        {t('comparison.throughout.title')} <small>{replacements.length}</small>
      </summary>
      <ul className="change-list">
        {replacements.map((replacement, index) => {
          const { struck, inserted, count, rows } = replacement
          return (
            <li key={`${struck} ${inserted}`}>
              <button type="button" dir="auto" aria-current={step?.index === index || undefined} onClick={() => goOn(index, replacement)}>
                <del>{struck}</del> → <ins>{inserted}</ins>{' '}
                <small>{step?.index === index ? t('comparison.throughout.place', { number: step.place + 1, of: rows.length }) : t('comparison.throughout.times', { count })}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
