import type { TFunction } from 'i18next'
import { JOURNAL_ACTS, type JournalAct, type JournalLine } from '#shared/api/index.ts'

const isKnown = (act: string): act is JournalAct => (JOURNAL_ACTS as readonly string[]).includes(act)

/** What somebody did, in words that follow their name; an act of a later version, which has no words here, is named as it is. */
export const actWords = ({ act, subject }: JournalLine, t: TFunction): string =>
  isKnown(act) ? t(`desk.journal.act.${act}`, { subject }) : t('desk.journal.otherAct', { act, subject })
