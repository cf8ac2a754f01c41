import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { ImportResult } from '#shared/formats/index.ts'
import classes from './Preview.module.css'

/** Kinds worth counting aloud, in the order in which a person checks them. */
const COUNTED = ['part', 'chapter', 'section', 'article', 'recital', 'paragraph', 'subparagraph', 'definition', 'annex'] as const

/** What the reading yielded, in figures and words; each doubtful passage is a way to it. */
export function PreviewReport({ result, onPassage }: Readonly<{ result: ImportResult; onPassage: (clauseId: ClauseId) => void }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const { report, text } = result
  const counts = COUNTED.flatMap((kind) => {
    const count = report.counts[kind] ?? 0
    return count === 0 ? [] : [t(`files.kindCount.${kind}`, { count })]
  })
  const wordsIn = writing.number(report.wordsIn)
  const recognised = writing.number(report.wordsRecognised)
  const excerptOf = (clauseId: ClauseId) => text.clauses.find(({ id }) => id === clauseId)?.text.slice(0, 90) ?? ''
  return (
    <div className={classes.report}>
      <p>
        <strong>{counts.length === 0 ? t('files.preview.nothing') : writing.list(counts)}</strong>
      </p>
      <p>{report.wordsIn === report.wordsRecognised ? t('files.preview.allRecognised', { wordsIn }) : t('files.preview.words', { wordsIn, recognised })}</p>
      {report.notes.map(({ id, count }) => (
        <p key={id} className={classes.aside}>
          {t(`files.note.${id}`, { count })}
        </p>
      ))}
      {report.unrecognised.length > 0 && (
        <>
          <p>{t('files.preview.doubtful', { count: report.unrecognised.length })}</p>
          <ul className={classes.passages}>
            {report.unrecognised.map(({ clauseId, line, why }) => (
              <li key={clauseId}>
                <UnstyledButton onClick={() => onPassage(clauseId)}>
                  {report.format === 'text' && <span className={classes.aside}>{t('files.preview.line', { line })}: </span>}“{excerptOf(clauseId)}” <span className={classes.aside}>({t(`files.preview.why.${why}`)})</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
