import { memo } from 'react'
import { ClauseCell } from './ClauseCell.tsx'
import { FoldLine } from './FoldLine.tsx'
import type { Line, ShownLine } from './lines.ts'
import { RowNote } from './RowNote.tsx'

export type ViewProps = Readonly<{
  shown: readonly ShownLine[]
  /** What is folded behind the last line. */
  rest: readonly Line[]
  lines: readonly Line[]
  /** The row of the change that one stands on, or null. */
  current: number | null
  style: 'un' | 'coe'
  language: string
  goTo: (row: number) => void
}>

/** The revised text with what was struck and inserted marked in it, in one column. */
export function InlineView({ shown, rest, lines, current, style, language, goTo }: ViewProps) {
  const drawn = (line: Line) => <InlineRow key={line.index} line={line} folded={NOTHING} lines={lines} isCurrent={current === line.index} goTo={goTo} />
  return (
    <div className="treaty redline-page" data-style={style} lang={language}>
      {shown.map(({ line, folded }) => (
        <InlineRow key={line.index} line={line} folded={folded} lines={lines} isCurrent={current === line.index} goTo={goTo} />
      ))}
      <FoldLine folded={rest}>{drawn}</FoldLine>
    </div>
  )
}

const NOTHING: readonly Line[] = []

type InlineRowProps = ShownLine & Pick<ViewProps, 'lines' | 'goTo'> & Readonly<{ isCurrent: boolean }>

/** A step from change to change draws the two rows that it leaves and reaches, and no other. */
const InlineRow = memo(function InlineRow({ line, folded, lines, isCurrent, goTo }: InlineRowProps) {
  const { index, row } = line
  return (
    <div>
      <FoldLine folded={folded}>{(line) => <InlineRow key={line.index} line={line} folded={NOTHING} lines={lines} isCurrent={false} goTo={goTo} />}</FoldLine>
      <div id={`row-${index}`} className="redline-row" data-relation={row.relation} data-class={line.found?.class} data-ghost={row.ghostOf !== null || undefined} data-current={isCurrent || undefined}>
        <RowNote line={line} lines={lines} goTo={goTo} />
        <ClauseCell line={line} side="both" />
      </div>
    </div>
  )
})
