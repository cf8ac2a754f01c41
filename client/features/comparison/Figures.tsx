import { useTranslation } from 'react-i18next'
import { CHANGE_CLASSES, type ClassFigures, type RelationCounts, type Summary } from '#shared/compare/index.ts'
import { useWriting } from '#client/messages/index.ts'

const ORDER = ['kept', 'edited', 'moved', 'added', 'removed'] as const

/** How much of the two texts is the same: a bar of the articles by what became of them, and the words, in figures. */
export function Figures({ summary: { articles, words }, classes }: Readonly<{ summary: Summary; classes: ClassFigures }>) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const parts = ORDER.filter((relation) => articles[relation] > 0)
  return (
    <figure className="comparison-figures">
      <figcaption>{t('comparison.summary.articles')}</figcaption>
      <RelationBar counts={articles} />
      <ul className="comparison-figures__legend">
        {parts.map((relation) => (
          <li key={relation} data-relation={relation}>
            {number(articles[relation])} {t(`comparison.relation.${relation}`)}
          </li>
        ))}
      </ul>
      <p className="comparison-figures__words">
        {t('comparison.summary.words')}: {t('comparison.summary.kept', { count: words.kept })}, <ins>{t('comparison.summary.inserted', { count: words.inserted })}</ins>, <del>{t('comparison.summary.struck', { count: words.struck })}</del>
      </p>
      <p className="comparison-figures__words">
        {t('comparison.summary.changes')}: {CHANGE_CLASSES.map((name) => t('comparison.summary.ofClass', { count: classes[name].changes, number: number(classes[name].changes), name: t(`comparison.class.${name}`) })).join(', ')}
      </p>
    </figure>
  )
}

/** What became of so many clauses, as a bar; the figures beside it say the same. */
export function RelationBar({ counts }: Readonly<{ counts: RelationCounts }>) {
  const total = ORDER.reduce((sum, relation) => sum + counts[relation], 0)
  return (
    <div className="comparison-figures__bar" aria-hidden="true">
      {ORDER.filter((relation) => counts[relation] > 0).map((relation) => (
        <span key={relation} data-relation={relation} style={{ inlineSize: `${(counts[relation] / total) * 100}%` }} />
      ))}
    </div>
  )
}
