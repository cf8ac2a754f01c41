import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

export type Cell = Readonly<{ row: number; column: number }>

export type GridWalk = Readonly<{
  /** The one cell that Tab reaches. */
  at: Cell
  setAt: (cell: Cell) => void
  onKeyDown: (event: KeyboardEvent) => void
}>

/** The element that holds the grid, what it has, how many rows a page moves by, and how to bring a cell into sight. */
export type Walked = Readonly<{ grid: RefObject<HTMLElement | null>; rows: number; columns: number; page: number; reveal: (cell: Cell) => void }>

/**
 * Walks a grid cell by cell (ARIA grid pattern): arrows, Home and End in the row, with Ctrl to the ends of the grid, Page
 * Up and Down. What takes the focus in a cell bears `data-cell="row,column"` and hears the keys.
 */
export function useGridWalk({ grid, rows, columns, page, reveal }: Walked): GridWalk {
  const [cell, setCell] = useState<Cell>({ row: 0, column: 0 })
  const isMoving = useRef(false)
  const at = { row: Math.min(cell.row, Math.max(0, rows - 1)), column: Math.min(cell.column, Math.max(0, columns - 1)) }
  useEffect(() => {
    const reached = isMoving.current ? grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row},${at.column}"]`) : null
    if (!reached) return // not drawn yet: the grid draws what was revealed, and this runs again
    isMoving.current = false
    reached.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = reachedBy(event, at, { rows, columns, page })
    if (next === null) return
    event.preventDefault()
    isMoving.current = true
    reveal(next)
    setCell(next)
  }
  return { at, setAt: setCell, onKeyDown }
}

type Extent = Readonly<{ rows: number; columns: number; page: number }>

/** The cell that a key leads to from `at`; null for a key that leads nowhere. */
export function reachedBy({ key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>, { row, column }: Cell, { rows, columns, page }: Extent): Cell | null {
  const clamp = (to: number, count: number): number => Math.max(0, Math.min(count - 1, to))
  const to = (rowTo: number, columnTo: number): Cell => ({ row: clamp(rowTo, rows), column: clamp(columnTo, columns) })
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? rows : row, columns)
    case 'PageDown':
      return to(row + page, column)
    case 'PageUp':
      return to(row - page, column)
    default:
      return null
  }
}
