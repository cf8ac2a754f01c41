import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { shareOf, wordsOf, type NamedMap, type NamedUnit } from './map-units.ts'

type TableProps = Readonly<{ map: NamedMap; onChoose: (row: number) => void; languages: Readonly<Record<'base' | 'revised', string>> }>

/** What the map shows, in words and figures: one line a ribbon, and one for each article that has none. */
export function MapTable({ map, onChoose, languages }: TableProps) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const flowing = { base: new Set(map.flows.map(({ base }) => base)), revised: new Set(map.flows.map(({ revised }) => revised)) }
  const percent = (share: number) => t('map.percent', { percent: Math.round(share * 100) })
  const none = t('map.table.nowhere')
  const cell = (side: 'base' | 'revised', unit: NamedUnit | undefined, row: number) => (
    <td lang={languages[side]} dir="auto">{unit === undefined ? none : <button type="button" onClick={() => onChoose(row)}>{wordsOf(unit)}</button>}</td>
  )
  return (
    <details className="text-map__table">
      <summary>{t('map.table.open')}</summary>
      <table>
        <caption className="unseen">{t('map.title')}</caption>
        <thead>
          <tr>
            {(['base', 'revised', 'how', 'words', 'ofBase', 'ofRevised'] as const).map((column) => <th key={column} scope="col">{t(`map.table.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {map.flows.map((flow) => {
            const [from, to] = [map.base[flow.base], map.revised[flow.revised]]
            return (
              <tr key={`${flow.base} ${flow.revised}`}>
                {cell('base', from, flow.row)}
                {cell('revised', to, flow.row)}
                <td>{t(`map.kind.${flow.kind}`)}</td>
                <td>{number(flow.words)}</td>
                <td>{from === undefined ? none : percent(shareOf(flow, from))}</td>
                <td>{to === undefined ? none : percent(shareOf(flow, to))}</td>
              </tr>
            )
          })}
          {(['base', 'revised'] as const).flatMap((side) =>
            map[side].flatMap((unit, index) =>
              flowing[side].has(index) ? [] : [
                <tr key={`${side} ${unit.clause}`}>
                  {cell('base', side === 'base' ? unit : undefined, unit.row)}
                  {cell('revised', side === 'revised' ? unit : undefined, unit.row)}
                  <td>{t(side === 'base' ? 'comparison.relation.removed' : 'comparison.relation.added')}</td>
                  <td>{number(0)}</td>
                  <td>{none}</td>
                  <td>{none}</td>
                </tr>,
              ],
            ),
          )}
        </tbody>
      </table>
    </details>
  )
}
