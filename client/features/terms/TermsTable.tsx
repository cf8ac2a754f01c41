import { SegmentedControl } from '@mantine/core'
import { Fragment, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { TermCell, TermRow } from '#shared/terms/index.ts'
import { TermDetails } from './TermDetails.tsx'
import type { Column } from './use-terms.ts'

const SHOWN = ['all', 'differs', 'amiss'] as const
type ShownKind = (typeof SHOWN)[number]

/** Whether a term is of the kind that is shown. */
export function isShown({ differs, near, cells }: TermRow, kind: ShownKind): boolean {
  if (kind === 'differs') return differs || near
  return kind === 'all' || cells.some(({ flags }) => flags.length > 0)
}

type Props = Readonly<{ rows: readonly TermRow[]; columns: readonly Column[]; clausePath: (textId: string, clauseId: ClauseId) => string }>

/** The terms down, the texts across; a term opens its definitions and uses below it. */
export function TermsTable({ rows, columns, clausePath }: Props) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const [kind, setKind] = useState<ShownKind>('all')
  const shown = rows.filter((row) => isShown(row, kind))
  return (
    <section aria-labelledby="terms-table">
      <h2 id="terms-table" className="unseen">
        {t('terms.table')}
      </h2>
      <div className="terms__bar">
        <SegmentedControl
          size="xs"
          aria-label={t('terms.show.label')}
          value={kind}
          onChange={(chosen) => setKind(SHOWN.find((one) => one === chosen) ?? 'all')}
          data={SHOWN.map((value) => ({ value, label: t(`terms.show.${value}`) }))}
        />
        <output>{t('terms.shown', { count: shown.length, number: number(shown.length) })}</output>
      </div>
      {shown.length === 0 ? (
        <p className="terms__none">{t('terms.nothing')}</p>
      ) : (
        <div className="terms__scroll">
          <table className="terms__table" aria-labelledby="terms-table">
            <thead>
              <tr>
                <th scope="col">{t('terms.term')}</th>
                {columns.map(({ id, title }) => (
                  <th key={id} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Term key={row.terms.join(' ')} row={row} columns={columns} clausePath={clausePath} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Term({ row, columns, clausePath }: Omit<Props, 'rows'> & Readonly<{ row: TermRow }>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const name = row.terms[0] ?? ''
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <button type="button" className="terms__term" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => setOpen(!isOpen)}>
            <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> <span lang={columns[0]?.text.settings.language}>{row.terms.join(' / ')}</span>
          </button>
          {columns.length > 1 && row.differs && <span className="terms__mark">≠ {t('terms.differs')}</span>}
          {row.near && <span className="terms__mark">≈ {t('terms.near')}</span>}
        </th>
        {columns.map((column, at) => (
          <td key={column.id}>
            <Cell cell={row.cells[at]} column={column} />
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr id={id} className="terms__opened">
          <td colSpan={columns.length + 1} aria-label={t('terms.details', { term: name })}>
            <TermDetails row={row} columns={columns} clausePath={clausePath} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

function Cell({ cell, column }: Readonly<{ cell: TermCell | undefined; column: Column }>) {
  const { t } = useTranslation()
  const { number } = useWriting()
  if (cell === undefined || (cell.definitions.length === 0 && cell.count === 0)) return <span className="terms__absent">{t('terms.absent')}</span>
  return (
    <>
      {cell.definitions.slice(0, 1).map(({ wording, manner, scope }) => (
        <span key={wording} className="terms__short" lang={column.text.settings.language} dir={column.text.settings.language === 'ar' ? 'rtl' : 'ltr'}>
          {wording}
          {(manner === 'hereinafter' || scope !== null) && <small> ({t(scope === null ? 'terms.shortName' : 'terms.forArticle')})</small>}
        </span>
      ))}
      <span className="terms__count">{t('terms.uses', { count: cell.count, number: number(cell.count) })}</span>
      {cell.flags.map((flag) => (
        <span key={flag} className="terms__flag">
          ⚑ {t(`terms.flag.${flag}`)}
        </span>
      ))}
    </>
  )
}
