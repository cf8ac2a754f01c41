import type { Flow, MappedUnit, TextMap } from '#shared/compare/index.ts'

/** Where a unit stands in its column, in pixels from the top. */
export type Placed = Readonly<{ unit: MappedUnit; y: number; height: number }>

/** A ribbon from `from` to `to`, the tops of its two ends; equally thick at both. */
export type Ribbon = Readonly<{ flow: Flow; from: number; to: number; thickness: number }>

export type MapLayout = Readonly<{ height: number; base: readonly Placed[]; revised: readonly Placed[]; ribbons: readonly Ribbon[] }>

/** What a unit of the usual length takes, one line of writing at least, what parts two units, and the thinnest ribbon. */
const USUAL = 22
const LEAST = 20
const GAP = 3
const THIN = 2.5

/**
 * Two columns of units in the order of their texts, as high as their words and what comes and goes need; the shorter column is
 * spread over the height of the longer. Ribbons leave and reach a unit in the order of their other ends, so that few cross.
 */
export function layoutOf({ base, revised, flows }: TextMap): MapLayout {
  const words = [...base, ...revised].reduce((sum, unit) => sum + unit.words, 0)
  const perWord = (USUAL * (base.length + revised.length)) / Math.max(1, words)
  const thick = flows.map((flow) => Math.max(THIN, flow.words * perWord))
  const [left, right] = [heightsOf(base, perWord), heightsOf(revised, perWord)]
  const taken = { base: new Float64Array(base.length), revised: new Float64Array(revised.length) }
  for (const [i, flow] of flows.entries()) {
    taken.base[flow.base] = (taken.base[flow.base] ?? 0) + (thick[i] ?? 0)
    taken.revised[flow.revised] = (taken.revised[flow.revised] ?? 0) + (thick[i] ?? 0)
  }
  for (const [heights, needed] of [[left, taken.base], [right, taken.revised]] as const) for (const [i, need] of needed.entries()) heights[i] = Math.max(heights[i] ?? 0, need)
  const height = Math.max(stacked(left), stacked(right))
  const columns = { base: placedIn(base, left, height), revised: placedIn(revised, right, height) }
  return { height, ...columns, ribbons: ribbonsOf(flows, thick, columns) }
}

const heightsOf = (units: readonly MappedUnit[], perWord: number): number[] => units.map(({ words }) => Math.max(LEAST, words * perWord))

const stacked = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0) + GAP * Math.max(0, heights.length - 1)

function placedIn(units: readonly MappedUnit[], heights: readonly number[], height: number): readonly Placed[] {
  const gap = GAP + (height - stacked(heights)) / Math.max(1, units.length - 1)
  let y = 0
  return units.map((unit, i) => {
    const placed = { unit, y, height: heights[i] ?? 0 }
    y += placed.height + gap
    return placed
  })
}

function ribbonsOf(flows: readonly Flow[], thick: readonly number[], columns: Pick<MapLayout, 'base' | 'revised'>): readonly Ribbon[] {
  const next = { base: columns.base.map(({ y }) => y), revised: columns.revised.map(({ y }) => y) }
  const take = (side: 'base' | 'revised', unit: number, thickness: number): number => {
    const y = next[side][unit] ?? 0
    next[side][unit] = y + thickness
    return y
  }
  // Flows come in the order of the base, then of the revised text, which is the order of the far ends at either side.
  return flows.map((flow, i) => {
    const thickness = thick[i] ?? 0
    return { flow, from: take('base', flow.base, thickness), to: take('revised', flow.revised, thickness), thickness }
  })
}

/** The outline of a ribbon over `width` pixels, for the `d` of a path. */
export function outlineOf({ from, to, thickness }: Ribbon, width: number): string {
  const middle = width / 2
  const [endFrom, endTo] = [from + thickness, to + thickness]
  return `M0,${from}C${middle},${from} ${middle},${to} ${width},${to}V${endTo}C${middle},${endTo} ${middle},${endFrom} 0,${endFrom}Z`
}
