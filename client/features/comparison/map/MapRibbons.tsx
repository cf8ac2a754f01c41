import { useTranslation } from 'react-i18next'
import { FLOW_KINDS, type Flow } from '#shared/compare/index.ts'
import { outlineOf, type MapLayout } from './map-layout.ts'
import type { NamedMap, Quiet } from './map-units.ts'

type RibbonsProps = Readonly<{
  map: NamedMap
  layout: MapLayout
  width: number
  quiet: Quiet
  /** Which ribbons are lit, or null when none is looked at. */
  isLit: ((flow: Flow) => boolean) | null
  onChoose: (row: number) => void
}>

/** The ribbons for the eye and the mouse; the articles at their ends and the table say the same. */
export function MapRibbons({ map, layout, width, quiet, isLit, onChoose }: RibbonsProps) {
  const { t } = useTranslation()
  return (
    <svg width={width} height={layout.height} aria-hidden="true">
      {layout.ribbons.map((ribbon) => {
        const { flow } = ribbon
        const [from, to] = [map.base[flow.base], map.revised[flow.revised]]
        const words = `${from?.label ?? ''} → ${to?.label ?? ''}: ${t(`map.kind.${flow.kind}`)}, ${t('map.words', { count: flow.words })}`
        const isQuiet = quiet.base.has(flow.base) && quiet.revised.has(flow.revised)
        return (
          <a
            key={`${flow.base} ${flow.revised}`}
            href={`#row-${flow.row}`}
            tabIndex={-1}
            aria-label={words}
            onClick={(event) => {
              event.preventDefault()
              onChoose(flow.row)
            }}
          >
            <path className="text-map__ribbon" data-kind={flow.kind} data-lit={isLit === null ? undefined : isLit(flow)} data-quiet={isQuiet || undefined} d={outlineOf(ribbon, width)} fill={`url(#ribbon-${flow.kind})`}>
              <title>{words}</title>
            </path>
          </a>
        )
      })}
    </svg>
  )
}

/** A pattern for each kind, so that colour does not tell alone. */
export function RibbonPatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="text-map__patterns">
      <defs>
        {FLOW_KINDS.map((kind) => (
          <pattern key={kind} id={`ribbon-${kind}`} className="text-map__pattern" data-kind={kind} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" className="text-map__wash" />
            <path d={STROKES[kind]} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

/** Plain, slanting, crossed, dotted: told apart also in grey, and where a ribbon is no thicker than a line of them. */
const STROKES = {
  'in-place': '',
  moved: 'M-1,1L1,-1M0,6L6,0M5,7L7,5',
  split: 'M0,3H6',
  merged: 'M3,0V6',
  'level-changed': 'M0,0L6,6M6,0L0,6',
  'part-moved': 'M2,3H4',
} as const satisfies Readonly<Record<Flow['kind'], string>>
