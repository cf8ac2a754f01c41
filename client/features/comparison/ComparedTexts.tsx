import { Checkbox, Group, Loader, Switch, Title } from '@mantine/core'
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANGE_CLASSES } from '#shared/compare/index.ts'
import { CapsNotice } from './CapsNotice.tsx'
import { ChangeList } from './ChangeList.tsx'
import { useSpoken } from './change-words.ts'
import { ChapterTable } from './ChapterTable.tsx'
import { ClassFilterBox } from './ClassFilterBox.tsx'
import { ComparisonActions } from './ComparisonActions.tsx'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import { CorrectionList } from './CorrectionList.tsx'
import { CorrectionsContext, useComparisonCorrections } from './corrections.ts'
import { Figures } from './Figures.tsx'
import { groupsOf } from './groups.ts'
import { InlineView } from './InlineView.tsx'
import { JumpBox } from './JumpBox.tsx'
import { PairMatrix } from './matrix/PairMatrix.tsx'
import { Replacements } from './Replacements.tsx'
import { SideBySideView } from './SideBySideView.tsx'
import { SideTitle } from './SideTitle.tsx'
import { useAddress } from './use-address.ts'
import { countsOf, useClassFilter } from './use-class-filter.ts'
import type { DrawnComparison } from './use-comparison.ts'
import { useFolded } from './use-folded.ts'
import { showsWording, useView } from './use-view.ts'
import { useWalk } from './use-walk.ts'
import { ViewChoice } from './ViewChoice.tsx'
import { WalkButtons } from './WalkButtons.tsx'

const MapView = lazy(async () => ({ default: (await import('./map/MapView.tsx')).MapView }))
const HeatView = lazy(async () => ({ default: (await import('./map/HeatView.tsx')).HeatView }))

/** Two compared texts: the list of what differs beside the view of them that one chooses. */
export function ComparedTexts({ drawn, negotiationId }: Readonly<{ drawn: DrawnComparison; negotiationId: string }>) {
  const { pinned, comparison, lines } = drawn
  const { t } = useTranslation()
  const [view, setView] = useView()
  const [only, writeOnly] = useAddress('only')
  const onlyChanges = only === 'changes'
  const filter = useClassFilter()
  const changes = useMemo(() => comparison.changes.filter((change) => filter.shown.has(change.class)), [comparison.changes, filter.shown])
  const rows = useMemo(() => changes.map(({ row }) => row), [changes])
  const showWording = useCallback(() => {
    if (!showsWording(view)) setView('inline')
  }, [view, setView])
  const walk = useWalk({ rows, say: useSpoken(changes, comparison.classes), view, onStep: showWording })
  const folding = useMemo(() => ({ unchanged: onlyChanges, shown: filter.shown }), [onlyChanges, filter.shown])
  useEffect(() => {
    if (!showsWording(view)) window.scrollTo({ top: 0 }) // one was somewhere in a text, of which this view shows the whole
  }, [view])
  const { shown, rest } = useFolded(lines, { ...folding, sought: walk.row })
  const counts = useMemo(() => countsOf(comparison.changes.map((change) => change.class)), [comparison.changes])
  const groups = useMemo(() => groupsOf(changes, lines), [changes, lines])
  const page = {
    shown,
    rest,
    lines,
    current: walk.row,
    goTo: walk.visit,
    style: pinned.revised.text.settings.style,
    language: pinned.revised.text.settings.language,
  }
  const corrections = useComparisonCorrections(pinned)
  return (
    <CorrectionsContext value={corrections}>
      <section className="comparison">
        <header className="comparison__bar">
          <Title order={1} size="h6" className="comparison__titles">
            <SideTitle side="base" pinned={pinned.base} /> <SideTitle side="revised" pinned={pinned.revised} />
          </Title>
          <Group gap="sm" className="comparison__controls">
            <ViewChoice view={view} onChoose={setView} />
            <JumpBox lines={lines} visit={walk.visit} />
            <WalkButtons walk={walk} count={changes.length} />
            <ComparisonActions negotiationId={negotiationId} pinned={pinned} comparison={comparison} />
          </Group>
        </header>
        <p className="unseen" aria-live="polite">{walk.spoken}</p>
        <div className="comparison__body">
          <aside className="comparison__list" aria-label={t('comparison.changeList')}>
            <Figures summary={comparison.summary} classes={comparison.classes.figures} />
            <CapsNotice caps={comparison.caps} />
            <CorrectionList lines={lines} idle={comparison.idleCorrections} />
            <ClassFilterBox counts={counts} filter={filter} />
            <div className="comparison__only">
              <Checkbox size="xs" checked={onlyChanges} onChange={(event) => writeOnly(event.currentTarget.checked ? 'changes' : null)} label={t('comparison.onlyChanges')} />
              <Switch size="xs" checked={filter.isSubstanceAlone} onChange={(event) => filter.show(event.currentTarget.checked ? ['substance'] : CHANGE_CLASSES)} label={t('comparison.class.onlySubstance')} />
            </div>
            <Replacements replacements={comparison.replacements} visit={walk.visit} />
            <ChangeList groups={groups} classes={comparison.classes} at={walk.at} onChoose={walk.goTo} />
          </aside>
          <div className="comparison__page" data-view={view}>
            {view === 'inline' && <InlineView {...page} />}
            {view === 'side-by-side' && (
              <SideBySideView {...page} titles={{ base: pinned.base.title, revised: pinned.revised.title }} baseStyle={pinned.base.text.settings.style} baseLanguage={pinned.base.text.settings.language} />
            )}
            {view === 'matrix' && <PairMatrix drawn={drawn} negotiationId={negotiationId} onlyChanges={onlyChanges} shown={filter.shown} />}
            {/* Of its own for each view: so that the one chosen is seen to be on its way. */}
            <Suspense key={view} fallback={<Loader size="sm" />}>
              {view === 'map' && <MapView drawn={drawn} folding={folding} visit={walk.visit} />}
              {view === 'heat' && <HeatView drawn={drawn} folding={folding} visit={walk.visit} />}
            </Suspense>
            {view === 'summary' && <ChapterTable summary={comparison.summary} lines={lines} visit={walk.visit} />}
          </div>
        </div>
        <CorrectionDialog lines={lines} />
      </section>
    </CorrectionsContext>
  )
}
