import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ClauseCell } from './ClauseCell.tsx'
import { FoldLine } from './FoldLine.tsx'
import type { ViewProps } from './InlineView.tsx'
import { RowNote } from './RowNote.tsx'

/** Both texts beside each other, aligned clause by clause; a gap where one has no such clause. */
export const SideBySideView = memo(function SideBySideView(props: ViewProps & Readonly<{ titles: Readonly<{ base: string; revised: string }>; baseStyle: 'un' | 'coe'; baseLanguage: string }>) {
  const { t } = useTranslation()
  const { shown, lines, current, style, language, goTo, titles, baseStyle, baseLanguage } = props
  return (
    <table className="side-by-side" aria-label={t('comparison.sideBySide')}>
      <thead>
        <tr className="side-by-side__row side-by-side__head">
          <th scope="col">{titles.base}</th>
          <th scope="col">{titles.revised}</th>
          <th scope="col" className="side-by-side__note">
            <span className="unseen">{t('comparison.became')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ line, folded }, at) => (
          <Fragment key={line.index}>
            {folded > 0 && (
              <tr className="side-by-side__fold">
                <td colSpan={3}>
                  <FoldLine folded={folded} />
                </td>
              </tr>
            )}
            <tr id={`row-${line.index}`} className="side-by-side__row redline-row" data-relation={line.row.relation} data-ghost={line.row.ghostOf !== null || undefined} data-current={current === line.index || undefined}>
              <td className="treaty" data-style={baseStyle} lang={baseLanguage}>
                {line.base ? <ClauseCell line={line} side="base" /> : <Gap isFirst={folded > 0 || shown[at - 1]?.line.base !== null} />}
              </td>
              <td className="treaty" data-style={style} lang={language}>
                {line.revised ? <ClauseCell line={line} side="revised" /> : <Gap isFirst={folded > 0 || shown[at - 1]?.line.revised !== null} />}
              </td>
              <td className="side-by-side__note">
                <RowNote line={line} lines={lines} goTo={goTo} />
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
})

/** Says that nothing stands here; eyes are told once for a run of such rows. */
function Gap({ isFirst }: Readonly<{ isFirst: boolean }>) {
  const { t } = useTranslation()
  return (
    <p className="side-by-side__gap">
      <span className={isFirst ? undefined : 'unseen'}>{t('comparison.noCounterpart')}</span>
    </p>
  )
}
