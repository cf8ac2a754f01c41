import { useElementSize } from '@mantine/hooks'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FLOW_KINDS, type Flow } from '#shared/compare/index.ts'
import { useWriting } from '#client/messages/index.ts'
import type { Folding } from '../lines.ts'
import { layoutOf } from './map-layout.ts'
import { flowsOf, namedMapOf, quietOf, type NamedMap, type Side } from './map-units.ts'
import { MapColumn } from './MapColumn.tsx'
import { MapRibbons, RibbonPatterns } from './MapRibbons.tsx'
import { MapTable } from './MapTable.tsx'
import type { DrawnComparison } from '../use-comparison.ts'
import type { Walk } from '../use-walk.ts'
import './map.css'

export type MapViewProps = Readonly<{ drawn: DrawnComparison; folding: Folding; visit: Walk['visit'] }>

type Place = Readonly<{ side: Side; index: number }>

/** Which article went where: both texts as columns of articles, ribbons between them, and the same as a table. */
export function MapView({ drawn, folding, visit }: MapViewProps) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const map = useMemo(() => namedMapOf(drawn, t('map.opening')), [drawn, t])
  const layout = useMemo(() => layoutOf(map), [map])
  const quiet = useMemo(() => quietOf(map, folding), [map, folding])
  const { ref, width } = useElementSize()
  const [at, setAt] = useState<Place>({ side: 'base', index: 0 })
  const [lit, setLit] = useState<Place | null>(null)
  const figure = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = reachedFrom(map, at, event.key)
    if (next === null) return
    event.preventDefault()
    setAt(next)
    figure.current?.querySelector<HTMLElement>(`[data-place="${next.side} ${next.index}"]`)?.focus()
  }
  if (map.base.length + map.revised.length === 0) return <p>{t('map.none')}</p>
  const count = quiet.base.size + quiet.revised.size
  const isLit = (flow: Flow) => lit !== null && flow[lit.side] === lit.index
  return (
    <section className="text-map" aria-label={t('map.title')}>
      <p className="text-map__lead">{t('map.lead')} {t('map.hint')}</p>
      <ul className="text-map__legend" aria-label={t('map.legend')}>
        {FLOW_KINDS.map((kind) => {
          const ribbons = map.flows.filter((flow) => flow.kind === kind).length
          return ribbons === 0 ? null : (
            <li key={kind}>
              <svg width="28" height="12" aria-hidden="true"><rect className="text-map__ribbon" data-kind={kind} width="28" height="12" fill={`url(#ribbon-${kind})`} /></svg>
              {t(`map.kind.${kind}`)} <small>{number(ribbons)}</small>
            </li>
          )
        })}
      </ul>
      {count > 0 && <p className="text-map__lead">{t('map.quiet', { count })}</p>}
      <div ref={figure} className="text-map__figure" style={{ blockSize: layout.height }}>
        {(['base', 'revised'] as const).map((side) => (
          <MapColumn
            key={side}
            side={side}
            map={map}
            placed={layout[side]}
            title={drawn.pinned[side].title}
            language={drawn.pinned[side].text.settings.language}
            quiet={quiet[side]}
            stop={at.side === side ? at.index : -1}
            onChoose={visit}
            onKeyDown={onKeyDown}
            onStand={(index) => setAt({ side, index })}
            onLight={(index) => setLit(index === null ? null : { side, index })}
          />
        ))}
        <div ref={ref} className="text-map__ribbons">
          <MapRibbons map={map} layout={layout} width={width} quiet={quiet} isLit={map.flows.some(isLit) ? isLit : null} onChoose={visit} />
        </div>
      </div>
      <RibbonPatterns />
      <MapTable map={map} onChoose={visit} languages={{ base: drawn.pinned.base.text.settings.language, revised: drawn.pinned.revised.text.settings.language }} />
    </section>
  )
}

/** Where a key leads to: up and down the column, across along the thickest ribbon; null for a key that leads nowhere. */
function reachedFrom(map: NamedMap, { side, index }: Place, key: string): Place | null {
  const last = map[side].length - 1
  const other = side === 'base' ? 'revised' : 'base'
  const across = flowsOf(map, side, index)[0]?.[other]
  if (key === 'ArrowDown') return { side, index: Math.min(last, index + 1) }
  if (key === 'ArrowUp') return { side, index: Math.max(0, index - 1) }
  if (key === 'Home') return { side, index: 0 }
  if (key === 'End') return { side, index: last }
  const isAcross = key === (side === 'base' ? 'ArrowRight' : 'ArrowLeft')
  return isAcross && map[other].length > 0 ? { side: other, index: across ?? Math.min(index, map[other].length - 1) } : null
}
