import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '#client/messages/index.ts'
import { Dialog } from '#client/ui/index.ts'
import { parseClauseId } from '#shared/clauses/index.ts'
import { useCorrections } from './corrections.ts'
import { clauseWords, type Line, type SideClause } from './lines.ts'

/** Says of the chosen row that its two clauses are not the same, or which clause of the other text is the same as this one. */
export function CorrectionDialog({ lines }: Readonly<{ lines: readonly Line[] }>) {
  const { t } = useTranslation()
  const { chosen, choose } = useCorrections()
  return (
    <Dialog title={t('comparison.correct.title')} opened={chosen !== null} onClose={() => choose(null)}>
      {chosen !== null && <Choices key={chosen.index} line={chosen} lines={lines} />}
    </Dialog>
  )
}

function Choices({ line: { base, revised }, lines }: Readonly<{ line: Line; lines: readonly Line[] }>) {
  const { t } = useTranslation()
  const { say, failure, isSaying, choose } = useCorrections()
  // A clause that has no partner is linked from its own side; a pair keeps its revised clause and is given another base.
  const side = revised === null ? 'revised' : 'base'
  const kept = revised ?? base
  const [other, setOther] = useState<string | null>(null)
  const options = useMemo(() => optionsOf(lines, side), [lines, side])
  const id = parseClauseId(other)
  if (kept === null) return null
  return (
    <Stack gap="md">
      {base !== null && <Clause name={t('comparison.pick.base')} clause={base} />}
      {revised !== null && <Clause name={t('comparison.pick.revised')} clause={revised} />}
      {failure !== null && <Alert color="red">{sentenceOf(failure, t)}</Alert>}
      {base !== null && revised !== null && (
        <Button variant="default" loading={isSaying} onClick={() => say({ base: base.clause.id, revised: revised.clause.id, verdict: 'different' })}>
          {t('comparison.correct.different')}
        </Button>
      )}
      <Select
        label={t(side === 'base' ? 'comparison.correct.sameOnBase' : 'comparison.correct.sameOnRevised')}
        placeholder={t('comparison.correct.find')}
        data={options}
        value={other}
        onChange={setOther}
        searchable
        limit={50}
        nothingFoundMessage={t('comparison.correct.none')}
        comboboxProps={{ withinPortal: false }}
        withScrollArea={false}
        classNames={{ options: 'scrolled-options' }}
      />
      <Text size="sm" c="dimmed">{t('comparison.correct.lead')}</Text>
      <Group justify="flex-end">
        <Button variant="subtle" onClick={() => choose(null)}>{t('common.action.cancel')}</Button>
        <Button
          disabled={id === null}
          loading={isSaying}
          onClick={() => {
            if (id !== null) say(side === 'base' ? { base: id, revised: kept.clause.id, verdict: 'same' } : { base: kept.clause.id, revised: id, verdict: 'same' })
          }}
        >
          {t('comparison.correct.same')}
        </Button>
      </Group>
    </Stack>
  )
}

const Clause = ({ name, clause }: Readonly<{ name: string; clause: SideClause }>) => (
  <p className="correction__clause">
    <span className="comparison__side-word">{name}</span> <b>{clause.citation}</b> <span dir="auto">{clauseWords(clause)}</span>
  </p>
)

/** Every clause of one side, cited, with its first words to find it by. */
function optionsOf(lines: readonly Line[], side: 'base' | 'revised'): readonly Readonly<{ value: string; label: string }>[] {
  return lines.flatMap((line) => {
    const clause = line.row.ghostOf === null ? line[side] : null
    return clause === null ? [] : [{ value: clause.clause.id, label: [clause.citation, clauseWords(clause)].filter((part) => part !== '').join(' · ') }]
  })
}
