import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ChapterFigures, Summary } from '#shared/compare/index.ts'
import { RelationBar } from './Figures.tsx'
import type { Line } from './lines.ts'
import type { Walk } from './use-walk.ts'

const COLUMNS = ['kept', 'edited', 'moved', 'added', 'removed'] as const

type Chapter = Readonly<{ heading: string; row: number | null; figures: ChapterFigures }>

/** What became of the articles, provisions and words of each chapter, in figures; a chapter's name leads there. */
export function ChapterTable({ summary, lines, visit }: Readonly<{ summary: Summary; lines: readonly Line[]; visit: Walk['visit'] }>) {
  const { t } = useTranslation()
  const chapters = summary.chapters.map((figures) => chapterOf(figures, lines, t('comparison.list.beforeChapters')))
  return (
    <section className="chapter-table" aria-label={t('comparison.summary.byChapter')}>
      <table>
        <caption>{t('comparison.summary.byChapter')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{t('comparison.summary.chapter')}</th>
            <th scope="colgroup" colSpan={COLUMNS.length + 1}>{t('comparison.summary.articles')}</th>
            <th scope="col" rowSpan={2}>{t('comparison.summary.provisions')}</th>
            <th scope="colgroup" colSpan={3}>{t('comparison.summary.words')}</th>
          </tr>
          <tr>
            {COLUMNS.map((relation) => <th key={relation} scope="col">{t(`comparison.relation.${relation}`)}</th>)}
            <th scope="col">{t('comparison.summary.share')}</th>
            {(['kept', 'inserted', 'struck'] as const).map((what) => <th key={what} scope="col">{t(`comparison.summary.word.${what}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {chapters.map(({ heading, row, figures }) => (
            <FiguresRow key={`${figures.base} ${figures.revised}`} figures={figures}>
              {row === null ? heading : <button type="button" onClick={() => visit(row)}>{heading}</button>}
            </FiguresRow>
          ))}
        </tbody>
        <tfoot>
          <FiguresRow figures={summary}>{t('comparison.summary.all')}</FiguresRow>
        </tfoot>
      </table>
    </section>
  )
}

function FiguresRow({ figures: { articles, provisions, words }, children }: Readonly<{ figures: Omit<ChapterFigures, 'base' | 'revised'>; children: React.ReactNode }>) {
  const { t } = useTranslation()
  const { number } = useWriting()
  const cell = (value: number) => (value === 0 ? <span className="chapter-table__none">0</span> : number(value))
  const changed = COLUMNS.slice(1).reduce((sum, relation) => sum + provisions[relation], 0)
  return (
    <tr>
      <th scope="row" dir="auto">{children}</th>
      {COLUMNS.map((relation) => <td key={relation}>{cell(articles[relation])}</td>)}
      <td className="chapter-table__bar"><RelationBar counts={articles} /></td>
      <td>{t('comparison.summary.changedOf', { number: number(changed), of: number(changed + provisions.kept) })}</td>
      <td>{cell(words.kept)}</td>
      <td>{words.inserted === 0 ? cell(0) : <ins>{number(words.inserted)}</ins>}</td>
      <td>{words.struck === 0 ? cell(0) : <del>{number(words.struck)}</del>}</td>
    </tr>
  )
}

function chapterOf(figures: ChapterFigures, lines: readonly Line[], none: string): Chapter {
  const id = figures.revised ?? figures.base
  const side = figures.revised === null ? 'base' : 'revised'
  const line = id === null ? undefined : lines.find(({ row }) => row[side] === id && row.ghostOf === null)
  const clause = line?.[side]
  if (line === undefined || clause === undefined || clause === null) return { heading: none, row: null, figures }
  return { heading: [clause.label, clause.clause.text].filter((part) => part !== '').join(' '), row: line.index, figures }
}
