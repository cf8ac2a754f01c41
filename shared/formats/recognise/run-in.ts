import { sliceRich } from '../rich.ts'
import { headingOf, type PrintedHeading } from './heading.ts'
import type { Unit } from './unit.ts'

const BREAK = /[.;:\]]\s+(?=\[?\p{Lu}\p{L}+\s\d)/gu

/**
 * The units with each article heading that a source runs into the end of another provision standing for itself: "…].
 * [Regulation 4 bis Without prejudice". Only the next article in order, or one put in after the latest, is taken for a
 * heading; all else is a reference (FM7).
 */
export function partHeadings(units: readonly Unit[]): readonly Unit[] {
  let latest: PrintedHeading | null = null
  return units.flatMap((unit) => {
    const own = headingOf(unit.rich.text)
    if (own?.division === 'article') latest = own
    const cuts = [0]
    for (const match of unit.rich.text.matchAll(BREAK)) {
      const at = match.index + match[0].length
      const heading = headingOf(unit.rich.text.slice(at, at + 300))
      if (heading?.division !== 'article' || latest === null || !follows(latest, heading)) continue
      cuts.push(at)
      latest = heading
    }
    if (cuts.length === 1) return [unit]
    return cuts.map((from, index) => ({ ...unit, gap: index > 0 || unit.gap, rich: sliceRich(unit.rich, from, cuts[index + 1]) }))
  })
}

function follows(latest: PrintedHeading, heading: PrintedHeading): boolean {
  if (latest.word.toLowerCase() !== heading.word.toLowerCase()) return false
  const stem = Number.parseInt(latest.number, 10)
  const next = Number.parseInt(heading.number, 10)
  const isInserted = !/^\d+$/.test(heading.number) && heading.number !== latest.number
  return isInserted ? next === stem || next === stem + 1 : next === stem + 1
}
