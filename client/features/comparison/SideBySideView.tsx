import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ClauseCell } from './ClauseCell.tsx'
import { FoldedRows } from './FoldLine.tsx'
import type { Line, ShownLine } from './lines.ts'
import type { ViewProps } from './InlineView.tsx'
import { RowNote } from './RowNote.tsx'

type SideStyle = Readonly<{ style: 'un' | 'coe'; language: string; baseStyle: 'un' | 'coe'; baseLanguage: string }>

/** Both texts beside each other, aligned clause by clause; a gap where one has no such clause. */
export function SideBySideView({ shown, rest, lines, current, goTo, titles, ...sides }: ViewProps & SideStyle & Readonly<{ titles: Readonly<{ base: string; revised: string }> }>) {
  const { t } = useTranslation()
  return (
    <table className="side-by-side" aria-label={t('comparison.views.side-by-side')}>
      <thead>
        <tr className="side-by-side__row side-by-side__head">
          <th scope="col" dir="auto">{titles.base}</th>
          <th scope="col" dir="auto">{titles.revised}</th>
          <th scope="col" className="side-by-side__note">
            <span className="unseen">{t('comparison.became')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ line, folded }, at) => {
          const above = folded.length > 0 ? undefined : shown[at - 1]?.line
          const opensGap = above === undefined || (line.base === null && above.base !== null) || (line.revised === null && above.revised !== null)
          return <AlignedRow key={line.index} line={line} folded={folded} lines={lines} opensGap={opensGap} isCurrent={current === line.index} goTo={goTo} {...sides} />
        })}
        <FoldedRows folded={rest}>{(line) => <AlignedRow key={line.index} line={line} folded={NOTHING} lines={lines} opensGap isCurrent={current === line.index} goTo={goTo} {...sides} />}</FoldedRows>
      </tbody>
    </table>
  )
}

type AlignedRowProps = ShownLine & SideStyle & Pick<ViewProps, 'lines' | 'goTo'> & Readonly<{ opensGap: boolean; isCurrent: boolean }>

/** A step from change to change draws the two rows that it leaves and reaches, and no other. */
const AlignedRow = memo(function AlignedRow(props: AlignedRowProps) {
  const { line, folded, lines, opensGap, isCurrent, goTo, style, language, baseStyle, baseLanguage } = props
  const { index, row, base, revised } = line
  return (
    <>
      <FoldedRows folded={folded}>{(one) => <AlignedRow {...props} key={one.index} line={one} folded={NOTHING} opensGap isCurrent={false} />}</FoldedRows>
      <tr id={`row-${index}`} className="side-by-side__row redline-row" data-relation={row.relation} data-class={line.found?.class} data-ghost={row.ghostOf !== null || undefined} data-current={isCurrent || undefined}>
        <td className="treaty" data-style={baseStyle} lang={baseLanguage}>
          {base ? <ClauseCell line={line} side="base" /> : <Gap isFirst={opensGap} />}
        </td>
        <td className="treaty" data-style={style} lang={language}>
          {revised ? <ClauseCell line={line} side="revised" /> : <Gap isFirst={opensGap} />}
        </td>
        <td className="side-by-side__note">
          <RowNote line={line} lines={lines} goTo={goTo} />
        </td>
      </tr>
    </>
  )
})

const NOTHING: readonly Line[] = []

/** Says that nothing stands here; eyes are told once for a run of such rows. */
function Gap({ isFirst }: Readonly<{ isFirst: boolean }>) {
  const { t } = useTranslation()
  return (
    <p className="side-by-side__gap">
      <span className={isFirst ? undefined : 'unseen'}>{t('comparison.noCounterpart')}</span>
    </p>
  )
}
