import { Button, Menu } from '@mantine/core'
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { RoomConnection } from './connection.ts'
import { MergeReportDialog, isTelling } from './MergeReportDialog.tsx'
import { RefusedWordsDialog, type PrivateCopy, type RefusingText } from './RefusedWordsDialog.tsx'
import type { CitationBasis } from './told-lines.ts'

type Props = Readonly<{ room: RoomConnection; text: RefusingText; basis: CitationBasis; privateCopy: PrivateCopy; goTo: (id: ClauseId) => void }>

/** What the person has put away, for as long as the page stands: each opens by itself only once. */
type Seen = ReadonlySet<string>

/**
 * What happened to the draft that a person should look at: the report of a merge, words that were not taken. It opens by itself
 * when it is telling, and stays in a menu beside the saved state until it is dealt with. Nothing shows when there is nothing.
 */
export function RoomNewsMenu({ room, text, basis, privateCopy, goTo }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const { report, asides } = useSyncExternalStore(room.subscribe, room.news)
  const isLive = useSyncExternalStore(room.subscribe, () => room.view().status === 'live')
  const [seen, setSeen] = useState<Seen>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  if (report === null && asides.length === 0) return null

  const reportId = report === null ? null : `report ${report.since}`
  // Refused words are told against the text as the server has it, so it must be here.
  const unseen = asides.find(({ id, state }) => !seen.has(id) && (isLive || state === null))
  const first = unseen?.id ?? (report !== null && reportId !== null && isTelling(report) && !seen.has(reportId) ? reportId : null)
  const open = chosen ?? first
  const aside = asides.find(({ id }) => id === open)
  const close = () => {
    if (open !== null) setSeen(new Set([...seen, open]))
    setChosen(null)
  }
  const go = (id: ClauseId) => {
    close()
    goTo(id)
  }
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-sm" variant="default" c="var(--warn)" leftSection={<IconBell size={14} aria-hidden />}>
            {t('room.news.button', { count: asides.length + (report === null ? 0 : 1) })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {asides.map(({ id, at, unsent, state }) => (
            <Menu.Item key={id} disabled={!isLive && state !== null} onClick={() => setChosen(id)}>
              {t('room.news.aside', { count: unsent, moment: writing.moment(at) })}
            </Menu.Item>
          ))}
          {report !== null && <Menu.Item onClick={() => setChosen(reportId)}>{t('room.news.report', { moment: writing.moment(report.since) })}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <MergeReportDialog report={report} opened={open !== null && open === reportId} basis={basis} goTo={go} onClose={close} onDone={() => {
        close()
        room.dismissReport()
      }} />
      {aside !== undefined && (
        <RefusedWordsDialog
          key={aside.id}
          aside={aside}
          doc={room.doc}
          text={text}
          basis={basis}
          privateCopy={privateCopy}
          goTo={go}
          onDiscard={() => {
            close()
            void room.dropAside(aside.id)
          }}
          onClose={close}
        />
      )}
    </>
  )
}
