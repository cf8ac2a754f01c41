import { memo } from 'react'
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
    <div className="side-by-side" role="table" aria-label={t('comparison.sideBySide')}>
      <div className="side-by-side__row side-by-side__head" role="row">
        <div role="columnheader">{titles.base}</div>
        <div role="columnheader">{titles.revised}</div>
      </div>
      {shown.map(({ line, folded }) => (
        <div key={line.index} role="rowgroup">
          <FoldLine folded={folded} />
          <div id={`row-${line.index}`} className="side-by-side__row redline-row" role="row" data-relation={line.row.relation} data-ghost={line.row.ghostOf !== null || undefined} data-current={current === line.index || undefined} tabIndex={-1}>
            <div role="cell" className="treaty" data-style={baseStyle} lang={baseLanguage}>
              {line.base ? <ClauseCell line={line} side="base" /> : <Gap />}
            </div>
            <div role="cell" className="treaty" data-style={style} lang={language}>
              <RowNote line={line} lines={lines} goTo={goTo} />
              {line.revised ? <ClauseCell line={line} side="revised" /> : <Gap />}
            </div>
          </div>
        </div>
      ))}
    </div>
  )
})

function Gap() {
  const { t } = useTranslation()
  return <p className="side-by-side__gap">{t('comparison.noCounterpart')}</p>
}
