import { memo, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Placed } from './map-layout.ts'
import { flowsOf, shareOf, type NamedMap, type Side } from './map-units.ts'

export type MapColumnProps = Readonly<{
  side: Side
  map: NamedMap
  placed: readonly Placed[]
  title: string
  language: string
  quiet: ReadonlySet<number>
  /** The article that Tab reaches, or -1 when it stands in the other column. */
  stop: number
  onChoose: (row: number) => void
  onKeyDown: (event: KeyboardEvent) => void
  /** Tells which article has the focus. */
  onStand: (index: number) => void
  /** Tells which article is looked at, or null. */
  onLight: (index: number | null) => void
}>

/** The articles of one text, each where the layout has it, with what became of it in words for those who hear the page. */
export function MapColumn({ side, map, placed, title, language, quiet, stop, onChoose, onKeyDown, onStand, onLight }: MapColumnProps) {
  return (
    <ol className="text-map__column" data-side={side} lang={language} aria-label={title}>
      {placed.map(({ unit, y, height }, index) => (
        <li key={unit.clause} style={{ insetBlockStart: y, blockSize: height }} data-quiet={quiet.has(index) || undefined}>
          <button
            type="button"
            data-place={`${side} ${index}`}
            tabIndex={stop === index ? 0 : -1}
            onClick={() => onChoose(unit.row)}
            onKeyDown={onKeyDown}
            onFocus={() => {
              onStand(index)
              onLight(index)
            }}
            onMouseEnter={() => onLight(index)}
            onMouseLeave={() => onLight(null)}
          >
            <UnitWords map={map} side={side} index={index} />
          </button>
        </li>
      ))}
    </ol>
  )
}

const UnitWords = memo(function UnitWords({ map, side, index }: Readonly<{ map: NamedMap; side: Side; index: number }>) {
  const { t } = useTranslation()
  const unit = map[side][index]
  if (unit === undefined) return null
  const other = side === 'base' ? 'revised' : 'base'
  const flows = flowsOf(map, side, index)
  const told = flows.map((flow) => {
    const far = map[other][flow[other]]
    return t(side === 'base' ? 'map.to' : 'map.from', { percent: Math.round(shareOf(flow, unit) * 100), name: far?.label ?? '', kind: t(`map.kind.${flow.kind}`) })
  })
  return (
    <>
      <span className="text-map__name" dir="auto"><b>{unit.label}</b> <bdi>{unit.heading}</bdi></span>
      {flows.length === 0 ? <span className="text-map__alone">{t(`map.alone.${side}`)}</span> : <span className="unseen">: {told.join('; ')}</span>}
    </>
  )
})
