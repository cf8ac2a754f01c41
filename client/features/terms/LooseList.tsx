import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { Loose } from '#shared/terms/index.ts'
import { Uses } from './Uses.tsx'
import type { Column } from './use-terms.ts'

type Props = Readonly<{ loose: readonly (readonly Loose[])[]; columns: readonly Column[]; clausePath: (textId: string, clauseId: ClauseId) => string }>

/** What each text uses as if it were defined; an entry opens its uses. */
export function LooseList({ loose, columns, clausePath }: Props) {
  const { t } = useTranslation()
  const { number } = useWriting()
  return (
    <section className="terms__loose" aria-labelledby="terms-loose">
      <h2 id="terms-loose">{t('terms.loose')}</h2>
      <p className="terms__none">{t('terms.looseLead')}</p>
      <div className="terms__details">
        {columns.map((column, at) => (
          <div key={column.id}>
            <h3>{column.title}</h3>
            {(loose[at] ?? []).length === 0 && <p className="terms__none">{t('terms.looseNone')}</p>}
            {(loose[at] ?? []).map(({ words, sign, uses, count }) => (
              <details key={words}>
                <summary>
                  <span lang={column.text.settings.language}>{words}</span>{' '}
                  <small>
                    {t('terms.uses', { count, number: number(count) })}, {t(`terms.${sign}`)}
                  </small>
                </summary>
                <Uses uses={uses} column={column} clausePath={(clauseId) => clausePath(column.id, clauseId)} />
              </details>
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}
