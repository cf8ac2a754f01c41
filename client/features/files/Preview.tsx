import { Box, Title } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ChosenFile } from '#client/platform/index.ts'
import { isDivision, labelsOf, type ClauseId } from '#shared/clauses/index.ts'
import type { ImportResult } from '#shared/formats/index.ts'
import classes from './Preview.module.css'
import { PreviewReport } from './PreviewReport.tsx'
import { lineOf, sourceLines } from './source-text.ts'

/** The source beside the clauses that were recognised in it; doubtful passages lead to their places in both. */
export function Preview({ file, result }: Readonly<{ file: ChosenFile; result: ImportResult }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const { text, report } = result
  const lines = useMemo(() => sourceLines(file, report.format), [file, report.format])
  const labels = useMemo(() => labelsOf(text.clauses, text.settings), [text])
  const doubtful = useMemo(() => new Map(report.unrecognised.map((passage) => [passage.clauseId, passage])), [report])
  const sourcePane = useRef<HTMLOListElement>(null)
  const clausePane = useRef<HTMLOListElement>(null)

  const goTo = (clauseId: ClauseId) => {
    const passage = doubtful.get(clauseId)
    const clause = text.clauses.find(({ id }) => id === clauseId)
    clausePane.current?.querySelector(`[data-clause="${clauseId}"]`)?.scrollIntoView({ block: 'center' })
    if (passage === undefined || clause === undefined) return
    const line = lineOf(lines, { text: clause.text, line: passage.line }, report.format)
    sourcePane.current?.children.item(line)?.scrollIntoView({ block: 'center' })
  }
  return (
    <section className={classes.preview} aria-label={t('files.preview.title')}>
      <PreviewReport result={result} onPassage={goTo} />
      <div className={classes.panes}>
        <div>
          <Title order={3}>{t('files.preview.source')}</Title>
          <Box component="ol" ref={sourcePane} tabIndex={0} className={classes.source} aria-label={t('files.preview.sourceOf', { name: file.name })}>
            {lines.map((line, i) => (
              // Lines have no name but their number, and never change.
              <li key={i} data-line={writing.number(i + 1)}>
                {line === '' ? '\u00a0' : line}
              </li>
            ))}
          </Box>
        </div>
        <div>
          <Title order={3}>{t('files.preview.clauses')}</Title>
          <Box component="ol" ref={clausePane} tabIndex={0} className={classes.clauses} aria-label={t('files.preview.clauses')} lang={text.settings.language}>
            {text.clauses.map(({ id, kind, depth, text: words }) => (
              <li
                key={id}
                data-clause={id}
                data-division={isDivision(kind) || undefined}
                data-doubtful={doubtful.has(id) || undefined}
                style={{ paddingInlineStart: `${isDivision(kind) ? 0 : depth * 1.4}rem` }}
              >
                <span className={classes.label}>{labels.get(id)?.text}</span>
                <span className={classes.words}>
                  {words}
                  {doubtful.has(id) && <em className={classes.doubt}> {t('files.preview.doubtfulClause')}</em>}
                </span>
                <span className={classes.kind}>{t(`files.clauseKind.${kind}`)}</span>
              </li>
            ))}
          </Box>
        </div>
      </div>
    </section>
  )
}
