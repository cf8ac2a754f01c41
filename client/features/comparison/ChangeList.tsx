import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change } from '#shared/compare/index.ts'
import { useChangeWords } from './change-words.ts'

/** Every change, one line each, in the order of the text. The one that is stood on is marked and kept in sight. */
export const ChangeList = memo(function ChangeList({ changes, at, onChoose }: Readonly<{ changes: readonly Change[]; at: number | null; onChoose: (index: number) => void }>) {
  const { t } = useTranslation()
  const words = useChangeWords()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (at !== null) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  if (changes.length === 0) return <p className="change-list__none">{t('comparison.noChanges')}</p>
  return (
    <ol className="change-list" ref={list} aria-label={t('comparison.changeList')}>
      {changes.map((change, index) => (
        <li key={change.row}>
          <button type="button" aria-current={at === index || undefined} data-relation={change.relation} onClick={() => onChoose(index)}>
            <span className="change-list__where">
              {words.where(change)}
              <small>{words.what(change)}</small>
            </span>
            <Excerpt change={change} />
          </button>
        </li>
      ))}
    </ol>
  )
})

function Excerpt({ change: { excerpt } }: Readonly<{ change: Change }>) {
  if (excerpt.struck === '' && excerpt.inserted === '') return null
  return (
    <span className="change-list__excerpt">
      {excerpt.struck !== '' && <del>{excerpt.struck}</del>}
      {excerpt.struck !== '' && excerpt.inserted !== '' && ' → '}
      {excerpt.inserted !== '' && <ins>{excerpt.inserted}</ins>}
    </span>
  )
}
