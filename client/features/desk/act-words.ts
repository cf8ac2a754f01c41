import type { TFunction } from 'i18next'
import { en } from '#client/messages/index.ts'
import type { JournalLine } from '#shared/api/index.ts'

type KnownAct = keyof typeof en.desk.journal.act

const isKnown = (act: string): act is KnownAct => act in en.desk.journal.act

/** What somebody did, in words that follow their name; an act without words of its own is named as it is. */
export const actWords = ({ act, subject }: JournalLine, t: TFunction): string =>
  isKnown(act) ? t(`desk.journal.act.${act}`, { subject }) : t('desk.journal.otherAct', { act, subject })
