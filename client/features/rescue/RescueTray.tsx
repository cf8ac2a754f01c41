import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PutBack, RescuedPassage } from '#shared/document/index.ts'
import { DismissedWords } from './DismissedWords.tsx'
import { PassageCard } from './PassageCard.tsx'
import { keyOf } from './tray.ts'
import { useAuthors, useTray, type PassageSource } from './use-tray.ts'
import './rescue.css'

/** The id of the tray's heading, to which the badge goes. */
export const TRAY = 'rescue-tray'

export type RescueTrayProps = Readonly<{
  textId: string
  page: PassageSource
  canEdit: boolean
  placeOf: (passage: RescuedPassage) => string
  putBack: (passage: RescuedPassage, way: PutBack) => boolean
}>

/** The tray: words that stood in clauses which somebody removed without having seen them, to be put back or dismissed. */
export function RescueTray({ textId, page, canEdit, placeOf, putBack }: RescueTrayProps) {
  const { t } = useTranslation()
  const tray = useTray(textId, page)
  const find = useAuthors(textId, tray)
  if (tray === null || tray.open.length + tray.dismissed.length === 0) return null
  return (
    <section className="rescue" aria-labelledby={TRAY}>
      <Title order={2} size="h5" id={TRAY} tabIndex={-1}>{t('rescue.title')}</Title>
      {tray.open.length > 0 && (
        <>
          <p className="rescue__lead">{t(canEdit ? 'rescue.lead' : 'rescue.leadReader')}</p>
          <ol className="rescue__list">
            {tray.open.map((passage) => (
              <PassageCard key={keyOf(passage)} textId={textId} passage={passage} place={placeOf(passage)} find={find} canEdit={canEdit} putBack={(way) => putBack(passage, way)} />
            ))}
          </ol>
        </>
      )}
      {tray.dismissed.length > 0 && <DismissedWords textId={textId} dismissed={tray.dismissed} canEdit={canEdit} />}
    </section>
  )
}
