import { memo } from 'react'
import { ClauseCell } from './ClauseCell.tsx'
import type { ShownLine } from './FoldLine.tsx'
import { FoldLine } from './FoldLine.tsx'
import type { Line } from './lines.ts'
import { RowNote } from './RowNote.tsx'

export type ViewProps = Readonly<{
  shown: readonly ShownLine[]
  lines: readonly Line[]
  /** The row of the change that one stands on, or null. */
  current: number | null
  style: 'un' | 'coe'
  language: string
  goTo: (row: number) => void
}>

/** The revised text with what was struck and inserted marked in it, in one column. */
export const InlineView = memo(function InlineView({ shown, lines, current, style, language, goTo }: ViewProps) {
  return (
    <div className="treaty redline-page" data-style={style} lang={language}>
      {shown.map(({ line, folded }) => (
        <div key={line.index}>
          <FoldLine folded={folded} />
          <div id={`row-${line.index}`} className="redline-row" data-relation={line.row.relation} data-ghost={line.row.ghostOf !== null || undefined} data-current={current === line.index || undefined}>
            <RowNote line={line} lines={lines} goTo={goTo} />
            <ClauseCell line={line} side="both" />
          </div>
        </div>
      ))}
    </div>
  )
})
