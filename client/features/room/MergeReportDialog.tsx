import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import { Dialog } from '#client/ui/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import { ClauseLines } from './ClauseLines.tsx'
import type { MergeReport } from './spell.ts'
import { toldLines, type CitationBasis } from './told-lines.ts'

type Props = Readonly<{
  report: MergeReport | null
  opened: boolean
  basis: CitationBasis
  goTo: (id: ClauseId) => void
  /** Puts it away; it can be opened again. */
  onClose: () => void
  /** Puts it away for good. */
  onDone: () => void
}>

/** In the order in which a person should look at them. */
const VERDICTS = ['rescued', 'both', 'theirs', 'mine'] as const

/** Whether a report should be seen at once: both sides were at one clause, or the others changed much. By content, never by the clock. */
export const isTelling = ({ lines }: MergeReport): boolean =>
  lines.some(({ verdict }) => verdict === 'both' || verdict === 'rescued') || lines.filter(({ verdict }) => verdict === 'theirs').length >= MUCH
const MUCH = 10

/** What came together after a spell offline, clause by clause. */
export function MergeReportDialog({ report, opened, onClose, ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('room.report.title')} opened={opened && report !== null} onClose={onClose} size="48rem">
      {report !== null && <Report report={report} {...rest} />}
    </Dialog>
  )
}

function Report({ report: { since, states, lines }, basis, goTo, onDone }: Omit<Props, 'report' | 'opened' | 'onClose'> & Readonly<{ report: MergeReport }>) {
  const { t } = useTranslation()
  const writing = useWriting()
  const told = useMemo(() => toldLines(lines, states, basis), [lines, states, basis])
  return (
    <Stack gap="sm">
      <Text>{t('room.report.lead', { moment: writing.moment(since) })}</Text>
      {VERDICTS.map((verdict) => {
        const group = told.filter((line) => line.verdict === verdict)
        if (group.length === 0) return null
        const title = t(`room.report.verdict.${verdict}`, { count: group.length })
        // What one looks for is open; what went by itself is there to be opened.
        return verdict === 'both' || verdict === 'rescued' ? (
          <section key={verdict}>
            <Title order={3} size="h5">{title}</Title>
            <ClauseLines lines={group} named goTo={goTo} />
          </section>
        ) : (
          <details key={verdict} className="clause-lines__more" open={group.length <= 5}>
            <summary>{title}</summary>
            <ClauseLines lines={group} named goTo={goTo} />
          </details>
        )
      })}
      <Group justify="end">
        <Button onClick={onDone} data-autofocus>{t('room.report.done')}</Button>
      </Group>
    </Stack>
  )
}
