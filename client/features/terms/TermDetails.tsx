import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ClauseId } from '#shared/clauses/index.ts'
import { redline } from '#shared/compare/index.ts'
import type { Definition, TermRow } from '#shared/terms/index.ts'
import { Uses } from './Uses.tsx'
import type { Column } from './use-terms.ts'

type Props = Readonly<{ row: TermRow; columns: readonly Column[]; clausePath: (textId: string, clauseId: ClauseId) => string }>

/** A term opened: each text's definition, with what differs from the first one's, and where each text uses it. */
export function TermDetails({ row, columns, clausePath }: Props) {
  const { t } = useTranslation()
  const firstAt = row.cells.findIndex(({ definitions }) => definitions.length > 0)
  const first = row.cells[firstAt]?.definitions[0]
  return (
    <div className="terms__details">
      {columns.map((column, at) => {
        const cell = row.cells[at]
        if (cell === undefined) return null
        return (
          <div key={column.id}>
            {cell.definitions.map((definition, i) => (
              <div key={`${definition.clause} ${definition.from}`} className="terms__definition">
                <p className="terms__where">
                  <Link to={clausePath(column.id, definition.clause)}>{t('terms.definition', { title: column.title, citation: column.citations.get(definition.clause) ?? '' })}</Link>
                </p>
                {first !== undefined && at !== firstAt && i === 0 ? <Against base={first} revised={definition} title={columns[firstAt]?.title ?? ''} column={column} /> : <Words definition={definition} column={column} />}
              </div>
            ))}
            <h3>{t('terms.usesIn', { title: column.title })}</h3>
            <Uses uses={cell.uses} column={column} clausePath={(clauseId) => clausePath(column.id, clauseId)} />
          </div>
        )
      })}
    </div>
  )
}

const sideOf = ({ text: { settings } }: Column) => ({ lang: settings.language, dir: settings.language === 'ar' ? 'rtl' : 'ltr' }) as const

const Words = ({ definition, column }: Readonly<{ definition: Definition; column: Column }>) => (
  <div className="treaty terms__wording" {...sideOf(column)}>
    {definition.wording}
  </div>
)

function Against({ base, revised, title, column }: Readonly<{ base: Definition; revised: Definition; title: string; column: Column }>) {
  const { t } = useTranslation()
  // Whether the list begins its terms with capitals is no difference of definition.
  const isSameTerm = base.term.toLowerCase() === revised.term.toLowerCase()
  const { runs } = redline(isSameTerm ? base.wording.replace(base.term, revised.term) : base.wording, revised.wording)
  return (
    <div className="treaty terms__wording" {...sideOf(column)}>
      <p className="terms__where">{t('terms.against', { title })}</p>
      {runs.map(({ kind, text }, at) => (kind === 'insert' ? <ins key={at}>{text}</ins> : kind === 'strike' ? <del key={at}>{text}</del> : <span key={at}>{text}</span>))}
    </div>
  )
}
