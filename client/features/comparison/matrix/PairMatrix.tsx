import { Button } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWriting } from '#client/messages/index.ts'
import type { TextRef } from '#shared/api/index.ts'
import { parseHeld } from '#shared/clauses/index.ts'
import { pairRowsOf, type ChangeClass } from '#shared/compare/index.ts'
import type { DrawnComparison } from '../use-comparison.ts'
import { MatrixBoard } from './MatrixBoard.tsx'
import { useMatrix, type MatrixText } from './use-matrix.ts'

type PairMatrixProps = Readonly<{ drawn: DrawnComparison; negotiationId: string; onlyChanges: boolean; shown: ReadonlySet<ChangeClass> }>

/** The two texts of a comparison as a matrix, and the way to one of more texts. */
export function PairMatrix({ drawn: { pinned, comparison }, negotiationId, onlyChanges, shown }: PairMatrixProps) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  const [base, setBase] = useState(0)
  const texts = useMemo(
    () => [pinned.base, pinned.revised].map(({ title, versionLabel, pinnedAt, contentHash, text, held }): MatrixText => ({ title, version: versionLabel ?? t('comparison.pinned', { moment: moment(pinnedAt) }), contentHash, text, held: parseHeld(held) })),
    [pinned, t, moment],
  )
  const rows = useMemo(() => pairRowsOf(comparison), [comparison])
  const lookup = useCallback(() => rows, [rows])
  const matrix = useMatrix(texts, base, lookup)
  return (
    <>
      <Button className="matrix__add" size="compact-sm" variant="default" component={Link} to={`/n/${negotiationId}/compare?base=${choiceOf(pinned.base.ref)}&revised=${choiceOf(pinned.revised.ref)}&more=`}>
        {t('matrix.addTexts')}
      </Button>
      <MatrixBoard {...{ matrix, texts, base, onlyChanges, shown }} onBase={setBase} />
    </>
  )
}

const choiceOf = ({ textId, versionId }: TextRef): string => (versionId === null ? textId : `${textId}:${versionId}`)
