import { useTranslation } from 'react-i18next'
import { percentsOf, type Composition } from '#shared/provenance/index.ts'
import { fillOf } from './Patterns.tsx'

type Props = Readonly<{ composition: Composition; titles: readonly string[] }>

const WIDTH = 1000

/** What a text or chapter is made of, in words: "34 % UNTOC, 21 % Budapest, 45 % new"; the sources of which it has nothing left out. */
export function useComposition({ composition, titles }: Props): readonly Readonly<{ source: number | null; words: number; percent: number; said: string }>[] {
  const { t } = useTranslation()
  const percents = percentsOf([...composition.taken, composition.fresh])
  const parts = percents.map((percent, i) => {
    const isFresh = i === composition.taken.length
    const words = isFresh ? composition.fresh : (composition.taken[i] ?? 0)
    return { source: isFresh ? null : i, words, percent, said: t('provenance.part', { percent, source: isFresh ? t('provenance.fresh') : (titles[i] ?? '') }) }
  })
  return parts.filter(({ words }) => words > 0)
}

/** The same as one bar: a stretch a source in its pattern, the new words plain. */
export function CompositionBar({ composition, titles }: Props) {
  const parts = useComposition({ composition, titles })
  const total = Math.max(1, composition.words)
  const ends = parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, { words }) => sum + words, 0))
  return (
    <svg className="composition__bar" viewBox={`0 0 ${WIDTH} 26`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ source, words }, i) => {
        const [x, width] = [((ends[i] ?? 0) - words) * (WIDTH / total), words * (WIDTH / total)]
        return <rect key={source ?? 'fresh'} x={x} y="0" width={width} height="26" fill={source === null ? 'var(--sheet)' : fillOf(source)} stroke="var(--line-strong)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      })}
    </svg>
  )
}
