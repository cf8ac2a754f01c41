import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { Composition, Provenance } from '#shared/provenance/index.ts'
import { CompositionBar, useComposition } from './CompositionBar.tsx'
import type { Cited } from './lines.ts'
import { fillOf } from './Patterns.tsx'

type Props = Readonly<{ provenance: Provenance; titles: readonly string[]; cited: ReadonlyMap<ClauseId, Cited> }>

/** What the text is made of, in whole and by chapter, as bars with their figures in words. */
export function CompositionFigure({ provenance: { whole, chapters }, titles, cited }: Props) {
  const { t } = useTranslation()
  const nameOf = (clause: ClauseId | null): string => {
    const chapter = clause === null ? undefined : cited.get(clause)
    if (chapter === undefined) return t('provenance.outside')
    return [...new Set([chapter.label === '' ? chapter.citation : chapter.label, chapter.clause.text])].filter((part) => part !== '').join(' · ')
  }
  return (
    <section className="composition" aria-labelledby="composition-title">
      <h2 id="composition-title">{t('provenance.composition')}</h2>
      <Whole composition={whole} titles={titles} />
      {chapters.length > 1 && (
        <table className="composition__chapters">
          <thead className="unseen">
            <tr>
              <th scope="col">{t('provenance.part_of')}</th>
              <th scope="col">{t('provenance.made_of')}</th>
            </tr>
          </thead>
          <tbody>
            {chapters.map((chapter) => (
              <Chapter key={chapter.clause ?? ''} name={nameOf(chapter.clause)} composition={chapter} titles={titles} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Whole(props: Readonly<{ composition: Composition; titles: readonly string[] }>) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const parts = useComposition(props)
  return (
    <figure className="composition__whole">
      <CompositionBar {...props} />
      <figcaption>
        <ul className="composition__legend">
          {parts.map(({ source, said, words }) => (
            <li key={source ?? 'fresh'}>
              <svg width="18" height="14" aria-hidden="true">
                <rect width="18" height="14" fill={source === null ? 'var(--sheet)' : fillOf(source)} stroke="var(--line-strong)" />
              </svg>
              <b>{said}</b> <small>{t('provenance.words', { count: words, number: number(words) })}</small>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Chapter({ name, ...props }: Readonly<{ name: string; composition: Composition; titles: readonly string[] }>) {
  const parts = useComposition(props)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <CompositionBar {...props} />
        <span className="composition__said">{parts.map(({ said }) => said).join(', ')}</span>
      </td>
    </tr>
  )
}
