import { Button } from '@mantine/core'
import { replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { memo, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { AuthorshipBar } from '#client/features/authorship/index.ts'
import { DraftingScreen, type LabelBasis, type MarginPage } from '#client/features/drafting/index.ts'
import { LiveRedlineBar } from '#client/features/live-redline/index.ts'
import { RescueBadge, RescueTray } from '#client/features/rescue/index.ts'
import { ReviewPanel, threadFinder, threadLister, type FoundThread } from '#client/features/review/index.ts'
import { RoomBanner, RoomNewsMenu, SavedState, useRoomView, useSeat, type RoomConnection } from '#client/features/room/index.ts'
import { contentQuery, liveAddress, sessionQuery, threadsQuery } from '#client/platform/index.ts'
import { FailureNotice, Waiting } from '#client/ui/index.ts'
import type { DeskView, TextView, ThreadView } from '#shared/api/index.ts'
import { parseClauseId, parseHeld, type ClauseId, type HeldNumbers, type LabelSettings } from '#shared/clauses/index.ts'
import { readMeta } from '#shared/document/index.ts'
import { may } from '#shared/rights/index.ts'
import { FreezeButton, FrozenBanner } from './Freezing.tsx'
import { HistoryMenu } from './HistoryMenu.tsx'
import { paths } from './paths.ts'
import { Sheet } from './Sheet.tsx'
import { StudyMenu } from './StudyMenu.tsx'

type DraftingRoomProps = Readonly<{ desk: DeskView; text: TextView }>

/** What the page shows of its desk and its text: not how long the text is and when it was changed, which is so at every pause in somebody's typing. */
type OnPage = Readonly<{ desk: Pick<DeskView, 'me' | 'negotiation' | 'today'>; text: Pick<TextView, 'id' | 'title' | 'kind' | 'delegation' | 'language' | 'chapterIds' | 'frozen' | 'heldUnder'> }>

/** One text, live: joins its room, opens it in the editor and sets its threads beside it. */
export function DraftingRoom({ desk: { me, negotiation, today }, text: { id, title, kind, delegation, language, chapterIds, frozen, heldUnder } }: DraftingRoomProps) {
  const { t } = useTranslation()
  const page = useSteady<OnPage>({ desk: { me, negotiation, today }, text: { id, title, kind, delegation, language, chapterIds, frozen, heldUnder } })
  const accountId = useQuery({ ...sessionQuery(), enabled: false }).data?.account?.id ?? ''
  const room = useSeat({ liveUrl: liveAddress(''), textId: id, memberId: me.id, accountId })
  if (room === null) return <Waiting what={t('drafting.opening')} />
  return <OpenRoom key={room.doc.guid} room={room} {...page} />
}

/** `value`, or the one before it where nothing in it differs. */
function useSteady<T>(value: T): T {
  const [kept, keep] = useState(value)
  const next = replaceEqualDeep(kept, value)
  if (next !== kept) keep(next)
  return next
}

/** The numbers that are held in `text`: undefined until they are known. They stay known through a lost line. */
function useHeld({ id, heldUnder }: OnPage['text']): Readonly<{ numbers: HeldNumbers | null | undefined; failure: Error | null; retry: () => void }> {
  const content = useQuery({ ...contentQuery(id, null), enabled: heldUnder !== null })
  const held = content.data?.held
  const numbers = useMemo(() => (heldUnder === null ? null : held === undefined ? undefined : parseHeld(held)), [heldUnder, held])
  return { numbers, failure: numbers === undefined ? content.error : null, retry: () => void content.refetch() }
}

/** Not rendered anew for what others do to the desk. */
const OpenRoom = memo(function OpenRoom({ room, desk, text }: OnPage & Readonly<{ room: RoomConnection }>) {
  const { t } = useTranslation()
  const { numbers: held, ...asked } = useHeld(text)
  // Not the whole view: it changes twice a key, and the page need not be rendered anew for that.
  const isRefused = useSyncExternalStore(room.subscribe, () => room.view().status === 'refused')
  const [settings, setSettings] = useState<LabelSettings | null>(null)
  const [isReady, setReady] = useState(false)
  // Once the page stands, its numbers run on until those that are held from now on are here: they are the same at first.
  if (settings !== null && held !== undefined && !isReady) setReady(true)
  // Labels are made anew only when the settings or the hold are others.
  const basis = useMemo<LabelBasis | null>(() => (settings === null ? null : { settings, held: held ?? null }), [settings, held])
  /** The page's own way to a clause, for what stands outside its margin. */
  const show = useRef<MarginPage['show'] | null>(null)
  const { hash } = useLocation()
  const sought = useRef(parseClauseId(hash.slice(1)))
  const keepShow = useCallback((next: MarginPage['show']) => {
    show.current = next
    // A link to a clause is followed once: later the reader has gone on.
    if (sought.current !== null) next({ clauseId: sought.current, offset: 0 })
    sought.current = null
  }, [])
  useEffect(() => {
    let current = true
    void room.ready.then(() => current && setSettings(readMeta(room.doc).settings))
    return () => {
      current = false
    }
  }, [room])
  const standing = !may(desk.me, { do: 'edit-text', text }) ? 'reads' : text.frozen !== null ? 'frozen' : 'edits'
  const canEdit = standing === 'edits' && !isRefused
  if (!isReady && asked.failure !== null) return <FailureNotice failure={asked.failure} onRetry={asked.retry} />
  return (
    <>
      <Banner room={room} />
      <FrozenBanner desk={desk} text={text} />
      {!isReady && !isRefused && <Waiting what={t('drafting.opening')} />}
      {!isReady && isRefused && <Sheet title={text.title}>{t('room.refused')}</Sheet>}
      {isReady && basis !== null && (
        <DraftingScreen
          title={text.title}
          doc={room.doc}
          awareness={room.awareness}
          basis={basis}
          canEdit={canEdit}
          ownMemberId={desk.me.id}
          saved={
            <>
              <Saved room={room} standing={standing} />
              <News room={room} basis={basis} desk={desk} text={text} goTo={(clauseId) => show.current?.({ clauseId, offset: 0 })} />
            </>
          }
          renderActions={(clauseId) => (
            <>
              <HistoryMenu negotiationId={desk.negotiation.id} textId={text.id} clauseId={clauseId} />
              {text.frozen === null && <FreezeButton desk={desk} text={text} />}
              <StudyMenu negotiationId={desk.negotiation.id} textId={text.id} />
              <Button size="compact-sm" variant="default" component={Link} to={paths.comparisonPicker(desk.negotiation.id, text.id)}>
                {t('drafting.compare')}
              </Button>
            </>
          )}
          renderWords={(page) => <AuthorshipBar textId={text.id} page={page} own={desk.me} />}
          renderRedline={(page) => <LiveRedlineBar negotiationId={desk.negotiation.id} textId={text.id} page={page} labelling={basis} />}
          renderRescue={(page, where) =>
            where === 'bar' ? (
              <RescueBadge textId={text.id} page={page} openMargin={page.openMargin} />
            ) : (
              <RescueTray textId={text.id} page={page} canEdit={canEdit} placeOf={page.placeOf} putBack={page.putBack} />
            )
          }
          renderMargin={(page) => <Threads page={page} desk={desk} text={text} onShow={keepShow} />}
        />
      )}
    </>
  )
})

const Banner = ({ room }: Readonly<{ room: RoomConnection }>) => <RoomBanner view={useRoomView(room)} />

const Saved = ({ room, ...rest }: Readonly<{ room: RoomConnection; standing: 'edits' | 'reads' | 'frozen' }>) => <SavedState view={useRoomView(room)} {...rest} />

function News({ desk, text, ...rest }: OnPage & Readonly<{ room: RoomConnection; basis: LabelBasis; goTo: (clauseId: ClauseId) => void }>) {
  const { me, negotiation, today } = desk
  const privateCopy = !may(me, { do: 'bring-in', kind: 'private', delegation: me.delegation })
    ? null
    : { negotiationId: negotiation.id, today, pathOf: (id: string) => paths.text(negotiation.id, id), comparisonOf: (id: string) => paths.comparisonPicker(negotiation.id, id) }
  return <RoomNewsMenu text={text} privateCopy={privateCopy} {...rest} />
}

const NONE: readonly ThreadView[] = []

function Threads({ page, desk, text, onShow }: OnPage & Readonly<{ page: MarginPage; onShow: (show: MarginPage['show']) => void }>) {
  const threads = useQuery(threadsQuery(text.id))
  const { ground, onRested, spotOf, mark, show } = page
  useEffect(() => onShow(show), [onShow, show])
  const all = threads.data?.threads ?? NONE
  const [find, list] = useMemo(() => [threadFinder(), threadLister()], [])
  const look = useCallback(() => find(all, { clauses: ground(), spotOf }), [find, all, ground, spotOf])
  // Rendered anew only when the margin is to show something else: while the caret is in the page, React reads all of the page for each rendering.
  const found = useSyncExternalStore(onRested, () => list(look()))
  useEffect(() => {
    let marked: readonly FoundThread[] | null = null
    const draw = () => {
      const next = look()
      if (next !== marked) mark(next.filter(({ thread }) => thread.resolved === null).flatMap(markOf))
      marked = next
    }
    draw()
    return onRested(draw)
  }, [look, mark, onRested])
  const goTo = useCallback(
    ({ thread }: FoundThread) => {
      const at = look().find((one) => one.thread === thread)?.found
      if (at !== undefined && at.state !== 'orphan') show({ clauseId: at.clauseId, offset: at.state === 'words' ? at.from : 0 })
    },
    [look, show],
  )
  if (threads.isPending) return <Waiting />
  if (threads.data === undefined) return <FailureNotice failure={threads.error} onRetry={() => void threads.refetch()} />
  return (
    <ReviewPanel
      textId={text.id}
      threads={found}
      mayAnnotate={may(desk.me, { do: 'annotate', text })}
      subject={page.subject}
      current={page.chosenThread}
      goTo={goTo}
    />
  )
}

function markOf({ thread, found }: FoundThread) {
  if (found.state === 'orphan') return []
  return [{ threadId: thread.id, clauseId: found.clauseId, words: found.state === 'words' ? { from: found.from, to: found.to } : null }]
}
