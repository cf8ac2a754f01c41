import { useTranslation } from 'react-i18next'
import { useCorrections } from './corrections.ts'
import type { Line } from './lines.ts'

/** Opens what one can say of a row's match; nothing where one may not, or where there is nothing to say. */
export function CorrectButton({ line }: Readonly<{ line: Line }>) {
  const { t } = useTranslation()
  const { mayCorrect, choose } = useCorrections()
  if (!mayCorrect || line.row.ghostOf !== null) return null
  return (
    <button type="button" className="row-note__correct" onClick={() => choose(line)}>
      {t(line.base === null || line.revised === null ? 'comparison.correct.link' : 'comparison.correct.open')}
    </button>
  )
}
