import { useEditorState, type Editor } from '@tiptap/react'
import { Title } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { PresentMember } from '#shared/protocol/index.ts'
import type { Anchor, Spot } from '#shared/records/index.ts'
import { useAfterPaint } from './after-paint.ts'
import { useBarHeight } from './bar-height.ts'
import { ClausePage, useOpenEditor, type OpenEditor } from './ClauseEditor.tsx'
import { Openers, type Panel } from './Openers.tsx'
import { KeptNotice } from './KeptNotice.tsx'
import { hearSelection } from './heard-selection.ts'
import type { LabelBasis } from './labels.ts'
import { Outline } from './Outline.tsx'
import { outlineOf, sameOutline } from './outline.ts'
import { currentClause, currentHeading, fromBase64, restedGround, subjectOf, type RestedGround } from './page-state.ts'
import { positionOf } from './places.ts'
import { Presence } from './Presence.tsx'
import { othersHere } from './present.ts'
import { withThreadMarks, type ThreadMark } from './thread-marks.ts'
import { useRedlinePage, type RedlinePage } from './redline-page.ts'
import { Toolbar } from './Toolbar.tsx'
import { UndoNotice } from './UndoNotice.tsx'
import { useRescuePage, useWordsPage, type RescuePage, type WordsPage } from './words-page.ts'
import './drafting.css'

/** What the margin beside the page is given, to show what hangs on the page. */
export type MarginPage = RestedGround & Readonly<{
  spotOf: (place: string) => Spot | null
  subject: Readonly<{ anchor: Anchor; citation: string }> | null
  chosenThread: string | null
  show: (spot: Spot) => void
  mark: (marks: readonly ThreadMark[]) => void
}>

export type DraftingScreenProps = Readonly<{
  title: string
  doc: Doc
  awareness: Awareness
  basis: LabelBasis
  canEdit: boolean
  ownMemberId: string
  /** Stands beside the title: whether what was typed is saved. */
  saved: ReactNode
  /** Stands at the end of the bar: what else can be done with this text, and with the clause at the caret. */
  renderActions: (clauseId: ClauseId | null) => ReactNode
  /** Stands beside the page. */
  renderMargin: (page: MarginPage) => ReactNode
  /** Stands in the bar: who wrote the words of the page. */
  renderWords: (page: WordsPage) => ReactNode
  /** Stands in the bar: what differs from another text. */
  renderRedline: (page: RedlinePage) => ReactNode
  /** Words rescued from removed clauses: how many, in the bar, and which, at the head of the margin. */
  renderRescue: (page: RescuePage, where: 'bar' | 'margin') => ReactNode
}>

/** The page that looks like a treaty, written by several hands at once. */
export function DraftingScreen(props: DraftingScreenProps) {
  const { title, doc, awareness, basis, canEdit, ownMemberId, saved, renderActions, renderMargin, renderWords, renderRedline, renderRescue } = props
  const { t } = useTranslation()
  const [chosenThread, setChosenThread] = useState<string | null>(null)
  const [panel, setPanel] = useState<Panel | null>(null)
  const chooseThread = useCallback((threadId: string) => {
    setChosenThread(threadId)
    setPanel('margin')
  }, [])
  const [isKept, setKept] = useState(false)
  const sayKept = useCallback(() => setKept(true), [])
  const open = useOpenEditor({ doc, awareness, basis, canEdit, title, onThreadChosen: chooseThread, onKept: sayKept })
  const { editor } = open
  const clause = useEditorState({ editor, selector: ({ editor: { state } }) => currentClause(state) })
  const show = useShow(open)
  const goTo = useCallback(
    (id: ClauseId) => {
      setPanel(null)
      show({ clauseId: id, offset: 0 })
    },
    [show],
  )
  const { drafting, bar } = useBarHeight()
  const isPainted = useAfterPaint()
  const words = useWordsPage(open, awareness)
  const redline = useRedlinePage(open, show)
  const rescue = useRescuePage(open, { show, openMargin: useCallback(() => setPanel('margin'), []) })
  return (
    <div className="drafting" ref={drafting}>
      <header className="drafting__bar" ref={bar}>
        <Title order={1} size="h5" className="drafting__title">{title}</Title>
        {saved}
        <Presence members={useOthers(awareness, ownMemberId)} />
        {renderRescue(rescue, 'bar')}
        {renderActions(clause?.id ?? null)}
        {renderWords(words)}
        {renderRedline(redline)}
        <Openers panel={panel} onChoose={setPanel} />
        {canEdit && <Toolbar open={open} current={clause} />}
      </header>
      <aside id="drafting-outline" className="drafting__side drafting__side--outline" aria-label={t('drafting.outline')} data-open={panel === 'outline' || undefined}>
        {isPainted && <PageOutline editor={editor} goTo={goTo} />}
      </aside>
      <div className="drafting__desk">
        {isKept && <KeptNotice onDismiss={() => setKept(false)} />}
        <ClausePage editor={editor} basis={basis} direction={basis.settings.language === 'ar' ? 'rtl' : 'ltr'} />
        {canEdit && <p className="drafting__keys">{t('drafting.keys')}</p>}
        {canEdit && <UndoNotice editor={editor} sync={open.sync} />}
      </div>
      <aside id="drafting-margin" className="drafting__side drafting__side--margin" aria-label={t('drafting.margin')} data-open={panel === 'margin' || undefined}>
        {isPainted && renderRescue(rescue, 'margin')}
        {isPainted && <Margin open={open} chosenThread={chosenThread} show={show} draw={renderMargin} />}
      </aside>
    </div>
  )
}

/** Renders anew with every key in a heading, so it stands apart from the page. */
function PageOutline({ editor, goTo }: Readonly<{ editor: Editor; goTo: (id: ClauseId) => void }>) {
  const entries = useEditorState({ editor, selector: ({ editor: { state } }) => outlineOf(state), equalityFn: sameOutline })
  const current = useEditorState({ editor, selector: ({ editor: { state } }) => currentHeading(state) })
  return <Outline entries={entries} current={current} goTo={goTo} />
}

/** Renders anew with every selection, so it stands apart from the page. */
function Margin({ open: { editor, sync }, chosenThread, show, draw }: Readonly<{ open: OpenEditor; chosenThread: string | null; show: (spot: Spot) => void; draw: (page: MarginPage) => ReactNode }>) {
  const rested = useMemo(() => restedGround(editor), [editor])
  const subject = useEditorState({ editor, selector: ({ editor: { state } }) => subjectOf(state, sync) })
  const spotOf = useCallback(
    (place: string) => {
      const bytes = fromBase64(place)
      return bytes === null ? null : sync.resolvePlace(bytes)
    },
    [sync],
  )
  const mark = useCallback(
    (marks: readonly ThreadMark[]) => {
      hearSelection(editor.view)
      editor.view.dispatch(withThreadMarks(editor.state.tr, marks))
    },
    [editor],
  )
  return draw({ ...rested, spotOf, subject, chosenThread, show, mark })
}

function useShow({ editor }: OpenEditor): (spot: Spot) => void {
  return useCallback(
    (spot) => {
      const position = positionOf(editor.state, spot)
      if (position === null) return
      editor.chain().setTextSelection(position).focus(undefined, { scrollIntoView: false }).run()
      const { node } = editor.view.domAtPos(position)
      const element = node instanceof Element ? node : node.parentElement
      element?.closest('[data-clause]')?.scrollIntoView({ block: 'center' })
    },
    [editor],
  )
}

function useOthers(awareness: Awareness, ownMemberId: string): readonly PresentMember[] {
  const [others, setOthers] = useState<readonly PresentMember[]>([])
  useEffect(() => {
    const look = () => setOthers((now) => sameMembers(now, othersHere(awareness, ownMemberId)))
    look()
    awareness.on('change', look)
    return () => awareness.off('change', look)
  }, [awareness, ownMemberId])
  return others
}

/** `next`, or `now` itself when nobody came or went: a caret that moves renders nothing anew. */
const sameMembers = (now: readonly PresentMember[], next: readonly PresentMember[]): readonly PresentMember[] =>
  now.length === next.length && now.every(({ memberId, name }, i) => memberId === next[i]?.memberId && name === next[i].name) ? now : next
