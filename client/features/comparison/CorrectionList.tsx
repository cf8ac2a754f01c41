import { Alert, Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sentenceOf, useWriting } from '#client/messages/index.ts'
import type { Comparison } from '#shared/compare/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import { useCorrections, type StandingCorrection } from './corrections.ts'
import type { Line } from './lines.ts'

/** What people said of the matches, who and when, with the way to take it back; nothing where nobody said anything. */
export function CorrectionList({ lines, idle }: Readonly<{ lines: readonly Line[]; idle: Comparison['idleCorrections'] }>) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  const { standing, mayCorrect, say, failure, isSaying } = useCorrections()
  if (standing.length === 0) return null
  const citations = { base: citationsOn(lines, 'base'), revised: citationsOn(lines, 'revised') }
  const isIdle = ({ base, revised, verdict }: StandingCorrection): boolean => idle.some((one) => one.base === base && one.revised === revised && one.verdict === verdict)
  return (
    <details className="corrections">
      <summary>{t('comparison.correct.made', { count: standing.length })}</summary>
      {failure !== null && <Alert color="red">{sentenceOf(failure, t)}</Alert>}
      <ul>
        {standing.map((one) => {
          const where = { base: citations.base.get(one.base) ?? '', revised: citations.revised.get(one.revised) ?? '' }
          return (
            <li key={`${one.base} ${one.revised}`}>
              {t(`comparison.correct.said.${one.verdict}`, where)}{' '}
              <Text span size="xs" c="dimmed">
                {one.signature.name}, {moment(one.signature.at)}
                {isIdle(one) && ` · ${t('comparison.correct.idle')}`}
              </Text>
              {mayCorrect && (
                <Button size="compact-xs" variant="subtle" loading={isSaying} aria-label={t('comparison.correct.takeBackOf', where)} onClick={() => say({ base: one.base, revised: one.revised, verdict: 'withdrawn' })}>
                  {t('comparison.correct.takeBack')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

const citationsOn = (lines: readonly Line[], side: 'base' | 'revised'): ReadonlyMap<ClauseId, string> =>
  new Map(lines.flatMap((line) => (line[side] === null ? [] : [[line[side].clause.id, line[side].citation] as const])))
