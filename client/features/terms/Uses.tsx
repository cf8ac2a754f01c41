import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { ClauseUses } from '#shared/terms/index.ts'
import { excerptOf } from './excerpt.ts'
import type { Column } from './use-terms.ts'

const FIRST = 8

/** The clauses that use a term, with a few words around it and the way there. */
export function Uses({ uses, column, clausePath }: Readonly<{ uses: readonly ClauseUses[]; column: Column; clausePath: (clauseId: ClauseId) => string }>) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  if (uses.length === 0) return <p className="terms__none">{t('terms.noUses')}</p>
  return (
    <>
      <ul className="terms__uses" lang={column.text.settings.language} dir={column.text.settings.language === 'ar' ? 'rtl' : 'ltr'}>
        {uses.slice(0, isWhole ? undefined : FIRST).map(({ clause, places }) => (
          <li key={clause}>
            <Link to={clausePath(clause)}>{column.citations.get(clause) ?? ''}</Link>
            {places.length > 1 && <small> × {places.length}</small>}{' '}
            <Around text={column.words.get(clause) ?? ''} place={places[0] ?? { from: 0, to: 0 }} />
          </li>
        ))}
      </ul>
      {!isWhole && uses.length > FIRST && (
        <button type="button" className="terms__more" onClick={() => setWhole(true)}>
          {t('terms.more', { count: uses.length - FIRST })}
        </button>
      )}
    </>
  )
}

function Around({ text, place }: Readonly<{ text: string; place: Readonly<{ from: number; to: number }> }>) {
  const { before, words, after } = excerptOf(text, place)
  return (
    <span className="terms__around">
      {before}
      <mark>{words}</mark>
      {after}
    </span>
  )
}
