import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useMemo, useRef, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { unitLikeness } from '#shared/compare/index.ts'
import type { Folding } from '../lines.ts'
import { isLoud, namedMapOf, wordsOf, type NamedUnit } from './map-units.ts'
import type { MapViewProps } from './MapView.tsx'
import { useGridWalk, type Cell, type Walked } from './use-grid-walk.ts'
import './map.css'

const ROW = 28
const COLUMN = 44
const HEAD_ROW = 132
const HEAD_COLUMN = 232
const PAGE = 10

/** How alike any two articles are, in figures and shades; what is in sight is drawn and reckoned, nothing else. */
export function HeatView({ drawn, folding, visit }: MapViewProps) {
  const { t } = useTranslation()
  const { base, revised } = drawn.pinned
  const map = useMemo(() => namedMapOf(drawn, t('map.opening')), [drawn, t])
  const likeness = useMemo(() => unitLikeness(base.text.clauses, revised.text.clauses), [base, revised])
  const shown = useMemo(() => ({ base: loudOf(map.base, folding), revised: loudOf(map.revised, folding) }), [map, folding])
  const partners = useMemo(() => new Map(map.flows.flatMap((flow) => (flow.kind === 'in-place' || flow.kind === 'moved' ? [[`${flow.base} ${flow.revised}`, flow.row] as const] : []))), [map])
  const left = map.base.length - shown.base.length + map.revised.length - shown.revised.length
  const grid = useRef<HTMLDivElement>(null)
  const { rows, columns, walk } = useHeatGrid({ grid, rows: shown.base.length, columns: shown.revised.length })
  const style = { '--head-row': `${HEAD_ROW}px`, '--head-column': `${HEAD_COLUMN}px`, '--row': `${ROW}px`, '--column': `${COLUMN}px` }
  return (
    <section className="heat" aria-label={t('heat.title')} style={style as CSSProperties}>
      <p className="text-map__lead">{t('heat.lead')} {t('heat.hint')}</p>
      {left > 0 && <p className="text-map__lead">{t('heat.left', { count: left })}</p>}
      {shown.base.length * shown.revised.length === 0 ? (
        <p>{t('heat.none')}</p>
      ) : (
        <div ref={grid} className="heat__scroll">
          <table role="grid" aria-label={t('heat.title')} aria-rowcount={shown.base.length + 1} aria-colcount={shown.revised.length + 1} style={{ inlineSize: columns.getTotalSize() + HEAD_COLUMN }}>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col" aria-colindex={1} className="heat__corner">{t('heat.corner')}</th>
                {columns.getVirtualItems().map(({ index, start }) => {
                  const unit = shown.revised[index]?.unit
                  return unit === undefined ? null : (
                    <th key={unit.clause} scope="col" aria-colindex={index + 2} className="heat__column" style={{ insetInlineStart: start + HEAD_COLUMN }} lang={revised.text.settings.language} title={wordsOf(unit)}>
                      <UnitName unit={unit} />
                    </th>
                  )
                })}
              </tr>
            </thead>
            <tbody style={{ blockSize: rows.getTotalSize() }}>
              {rows.getVirtualItems().map(({ index, start }) => {
                const one = shown.base[index]
                return one === undefined ? null : (
                  <tr key={one.unit.clause} aria-rowindex={index + 2} style={{ insetBlockStart: start }}>
                    <th scope="row" aria-colindex={1} className="heat__name" lang={base.text.settings.language} title={wordsOf(one.unit)}>
                      <UnitName unit={one.unit} />
                    </th>
                    <HeatCells one={one} row={index} columns={columns.getVirtualItems()} walk={walk} others={shown.revised} partners={partners} likeness={likeness} visit={visit} />
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

type CellsProps = Readonly<{
  one: Loud
  row: number
  columns: readonly VirtualItem[]
  walk: ReturnType<typeof useHeatGrid>['walk']
  others: readonly Loud[]
  partners: ReadonlyMap<string, number>
  likeness: (base: number, revised: number) => number
  visit: (row: number) => void
}>

function HeatCells({ one, row, columns, walk, others, partners, likeness, visit }: CellsProps) {
  const { t } = useTranslation()
  return columns.map(({ index: column, start }) => {
    const other = others[column]
    if (other === undefined) return null
    // The root, so that small likenesses are told apart: most pairs of unrelated texts have no other.
    const percent = Math.round(likeness(one.index, other.index) * 100)
    const pair = partners.get(`${one.index} ${other.index}`)
    return (
      <td key={other.unit.clause} aria-colindex={column + 2} style={{ insetInlineStart: start + HEAD_COLUMN, '--heat': `${Math.round(Math.sqrt(percent) * 10)}%` } as CSSProperties}>
        <button
          type="button"
          data-cell={`${row},${column}`}
          data-aligned={pair === undefined ? undefined : true}
          tabIndex={walk.at.row === row && walk.at.column === column ? 0 : -1}
          title={t('heat.cell', { base: wordsOf(one.unit), revised: wordsOf(other.unit), percent })}
          onClick={() => visit(pair ?? other.unit.row)}
          onFocus={() => walk.setAt({ row, column })}
          onKeyDown={walk.onKeyDown}
        >
          {percent}
          {pair !== undefined && <span className="unseen"> {t('heat.aligned')}</span>}
        </button>
      </td>
    )
  })
}

function UnitName({ unit }: Readonly<{ unit: NamedUnit }>) {
  return (
    <span dir="auto">
      <b>{unit.label}</b> <bdi>{unit.heading}</bdi>
    </span>
  )
}

type Loud = Readonly<{ unit: NamedUnit; index: number }>

const loudOf = (units: readonly NamedUnit[], folding: Folding): readonly Loud[] => units.flatMap((unit, index) => (isLoud(unit, folding) ? [{ unit, index }] : []))

/** The grid's rows and columns as far as they are in sight, and the walk through its cells. */
function useHeatGrid({ grid, rows: rowCount, columns: columnCount }: Omit<Walked, 'page' | 'reveal'>) {
  const reveal = (cell: Cell): void => {
    rows.scrollToIndex(cell.row)
    columns.scrollToIndex(cell.column)
  }
  const walk = useGridWalk({ grid, rows: rowCount, columns: columnCount, page: PAGE, reveal })
  const shared = { getScrollElement: () => grid.current, overscan: 6 } as const
  const rows = useVirtualizer({ ...shared, count: rowCount, estimateSize: () => ROW, scrollPaddingStart: HEAD_ROW })
  const columns = useVirtualizer({ ...shared, horizontal: true, count: columnCount, estimateSize: () => COLUMN, scrollPaddingStart: HEAD_COLUMN })
  return { rows, columns, walk }
}
