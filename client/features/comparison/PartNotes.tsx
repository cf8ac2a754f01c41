import { useTranslation } from 'react-i18next'
import { citationAt, type Line } from './lines.ts'
import type { PartEnd } from './part-ends.ts'

/** At either end of a split, a merger, a change of level or a passage that moved: what it is, how much, and the way to the other end. */
export function PartNotes({ parts, lines, goTo }: Readonly<{ parts: readonly PartEnd[]; lines: readonly Line[]; goTo: (row: number) => void }>) {
  const { t } = useTranslation()
  return parts.map(({ kind, here, share, other }) => (
    <button key={`${kind} ${here} ${other}`} type="button" className="row-note__pill row-note__part" data-part={kind} onClick={() => goTo(other)}>
      {t(`comparison.part.${here}.${kind}`, { citation: citationAt(lines, other, here === 'base' ? 'revised' : 'base') })}
      <small> {t(`comparison.part.${here}.share`, { percent: Math.round(share * 100) })}</small>
    </button>
  ))
}
