import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Matrix } from '#shared/compare/index.ts'
import { leadOf, sameStand, stepFrom, type Column, type ShownRow, type Stand } from './matrix-rows.ts'
import { MatrixRowView } from './MatrixRowView.tsx'
import type { MatrixText } from './use-matrix.ts'

/** Height of the head, in CSS pixels, as matrix.css sets it: rows come to rest below it. */
const HEAD_HEIGHT = 68
const GUESSED_ROW = 120
const OVERSCAN = 4

export type MatrixGridProps = Readonly<{ matrix: Matrix; rows: readonly ShownRow[]; texts: readonly MatrixText[]; columns: readonly Column[]; base: number; onBase: (base: number) => void }>

/**
 * The texts beside each other, the base first. One cell is in the order of tabs; arrows, Home, End and the page keys lead
 * from cell to cell, J and K to the next row that differs, B makes the text one stands in the base.
 */
export function MatrixGrid({ matrix, rows, texts, columns, base, onBase }: MatrixGridProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLTableElement>(null)
  const order = useMemo(() => [base, ...[...texts.keys()].filter((column) => column !== base)], [texts, base])
  const { stand, standAt, isMoved } = useStand(rows, base)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_ROW,
    getItemKey: (at) => rows[at]?.index ?? at,
    overscan: OVERSCAN,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    // The cell that one stands in stays on the page, or the way by Tab would be lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.min(stand.row, rows.length - 1)])].filter((at) => at >= 0).sort((one, other) => one - other),
  })
  const { scrollToIndex } = virtual
  useEffect(() => {
    if (!isMoved) return
    scrollToIndex(stand.row)
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${stand.row} ${stand.column}"]`)?.focus({ preventScroll: true })
    scroller.current?.querySelector(`[data-cell="${stand.row} ${stand.column}"]`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [stand, isMoved, scrollToIndex])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined || event.altKey || event.metaKey) return
    const next = event.key === 'b' && !event.ctrlKey ? stand : stepFrom(stand, event, { order, rows })
    if (next === null) return
    event.preventDefault()
    if (event.key === 'b') onBase(stand.column)
    else standAt(next)
  }
  return (
    <table ref={scroller} role="grid" className="matrix" aria-label={t('matrix.label')} aria-rowcount={rows.length + 1} aria-colcount={order.length} style={columnsStyle(order.length)} onKeyDown={onKeyDown}>
      <thead>
        <tr className="matrix__row matrix__head" aria-rowindex={1}>
          {order.map((column) => (
            <th key={column} scope="col" data-base={column === base || undefined}>
              <span className="matrix__title" dir="auto" lang={texts[column]?.text.settings.language}>{texts[column]?.title}</span>
              <small>{texts[column]?.version}</small>
              {column === base ? <b className="matrix__base">{t('matrix.base')}</b> : <button type="button" aria-label={t('matrix.makeBase', { title: texts[column]?.title ?? '' })} onClick={() => onBase(column)}>{t('matrix.asBase')}</button>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const shown = rows[index]
          if (shown === undefined) return null
          return (
            <MatrixRowView
              key={shown.index}
              measure={virtual.measureElement}
              at={index}
              offset={start - HEAD_HEIGHT}
              shown={shown}
              lead={leadOf(shown.row, columns, base)}
              waiting={matrix.waiting}
              standing={stand.row === index ? stand.column : null}
              onStand={standAt}
              {...{ texts, columns, order, base }}
            />
          )
        })}
      </tbody>
    </table>
  )
}

/** A custom property, which the types of style do not know. */
const columnsStyle = (count: number): CSSProperties => ({ ['--columns' as string]: count })

/** Where one stands in the grid; among other rows, and with another base, at the same clause. */
function useStand(rows: readonly ShownRow[], base: number) {
  const [stand, setStand] = useState<Stand>({ row: 0, column: base })
  const [known, setKnown] = useState(rows)
  const [isMoved, setMoved] = useState(false)
  if (known !== rows) {
    setKnown(rows)
    setStand(sameStand(stand, known, rows))
  }
  const standAt = useCallback((next: Stand) => {
    setStand(next)
    setMoved(true)
  }, [])
  return { stand, standAt, isMoved }
}
