import { Alert, Button, Checkbox, Group, SegmentedControl, Switch, Text, Title } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { sentenceOf, useWriting } from '#client/messages/index.ts'
import { copyText } from '#client/platform/index.ts'
import type { ComparisonView } from '#shared/api/index.ts'
import { CHANGE_CLASSES } from '#shared/compare/index.ts'
import { ClassFilterBox } from './ClassFilterBox.tsx'
import { ChangeList } from './ChangeList.tsx'
import { useChangeWords } from './change-words.ts'
import { ComparisonWait } from './ComparisonWait.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { Figures } from './Figures.tsx'
import { groupsOf } from './groups.ts'
import { InlineView } from './InlineView.tsx'
import { foldedLines } from './lines.ts'
import { SideBySideView } from './SideBySideView.tsx'
import { useClassFilter } from './use-class-filter.ts'
import { useComparison, type DrawnComparison } from './use-comparison.ts'
import './comparison.css'

export type ComparisonScreenProps = Readonly<{ negotiationId: string; comparisonId: string }>

/** What a comparison's link opens: the redline of two pinned texts, and the list of what differs. */
export function ComparisonScreen({ negotiationId, comparisonId }: ComparisonScreenProps) {
  const { t } = useTranslation()
  const shown = useComparison(comparisonId)
  if (shown.state === 'failed') return <Alert color="red" title={t('comparison.title')}>{sentenceOf(shown.failure, t)}</Alert>
  if (shown.state !== 'ready') return <ComparisonWait shown={shown} />
  return <Redline key={comparisonId} drawn={shown.drawn} negotiationId={negotiationId} />
}

type View = 'inline' | 'side-by-side'

function Redline({ drawn: { pinned, comparison, lines }, negotiationId }: Readonly<{ drawn: DrawnComparison; negotiationId: string }>) {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('inline')
  const [onlyChanges, setOnlyChanges] = useState(false)
  const filter = useClassFilter()
  const changes = useMemo(() => comparison.changes.filter((change) => filter.shown.has(change.class)), [comparison.changes, filter.shown])
  const rows = useMemo(() => changes.map(({ row }) => row), [changes])
  const { at, goTo, goToRow, spoken } = useWalk(rows, useSpoken(changes, comparison.classes))
  const { shown, rest } = useMemo(() => foldedLines(lines, { unchanged: onlyChanges, shown: filter.shown }), [onlyChanges, filter.shown, lines])
  const groups = useMemo(() => groupsOf(changes, lines), [changes, lines])
  const current = at === null ? null : (changes[at]?.row ?? null)
  const page = {
    shown,
    rest,
    lines,
    current,
    goTo: goToRow,
    style: pinned.revised.text.settings.style,
    language: pinned.revised.text.settings.language,
  }
  return (
    <section className="comparison">
      <header className="comparison__bar">
        <Title order={1} size="h6" className="comparison__titles">
          <SideTitle side="base" pinned={pinned.base} /> <SideTitle side="revised" pinned={pinned.revised} />
        </Title>
        <Group gap="sm" className="comparison__controls">
          <SegmentedControl
            size="xs"
            aria-label={t('comparison.view')}
            value={view}
            onChange={(chosen) => setView(chosen === 'inline' ? 'inline' : 'side-by-side')}
            data={[
              { value: 'inline', label: t('comparison.inline') },
              { value: 'side-by-side', label: t('comparison.sideBySide') },
            ]}
          />
          <Checkbox size="xs" checked={onlyChanges} onChange={(event) => setOnlyChanges(event.currentTarget.checked)} label={t('comparison.onlyChanges')} />
          <Switch size="xs" checked={filter.isSubstanceAlone} onChange={(event) => filter.show(event.currentTarget.checked ? ['substance'] : CHANGE_CLASSES)} label={t('comparison.class.onlySubstance')} />
          <Group gap={4}>
            <Button size="compact-sm" variant="default" onClick={() => goTo((at ?? 0) - 1)} disabled={at === null || at === 0} aria-label={t('comparison.previous')}>↑</Button>
            <Text size="sm" className="comparison__position">
              {at === null ? t('comparison.positionNone', { count: changes.length }) : t('comparison.position', { number: at + 1, of: changes.length })}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => goTo(at === null ? 0 : at + 1)} disabled={changes.length === 0 || at === changes.length - 1} aria-label={t('comparison.next')}>↓</Button>
          </Group>
          <CopyLink />
          <ExportMenu pinned={pinned} comparison={comparison} />
          <Button size="compact-sm" variant="subtle" component={Link} to={`/n/${negotiationId}/compare`}>{t('comparison.other')}</Button>
        </Group>
      </header>
      <p className="unseen" aria-live="polite">{spoken}</p>
      <div className="comparison__body">
        <aside className="comparison__list" aria-label={t('comparison.changeList')}>
          <Figures summary={comparison.summary} classes={comparison.classes.figures} />
          <ClassFilterBox changes={comparison.changes} filter={filter} />
          <ChangeList groups={groups} classes={comparison.classes} at={at} onChoose={goTo} />
        </aside>
        <div className="comparison__page">
          {view === 'inline' ? (
            <InlineView {...page} />
          ) : (
            <SideBySideView {...page} titles={{ base: pinned.base.title, revised: pinned.revised.title }} baseStyle={pinned.base.text.settings.style} baseLanguage={pinned.base.text.settings.language} />
          )}
        </div>
      </div>
    </section>
  )
}

/** Letters typed here are words or choices, not commands. */
const WHERE_ONE_TYPES = 'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], [role="dialog"], [role="listbox"]'

/** Rows that come into sight only then take their real heights, and push away the one that was scrolled to. */
const SETTLING_FRAMES = 5

function scrollToRow(row: number, frames: number): void {
  document.querySelector(`#row-${row}`)?.scrollIntoView({ block: 'center' })
  if (frames > 0) requestAnimationFrame(() => scrollToRow(row, frames - 1))
}

/** Walking the changes: by the list, by buttons, by J and K. Scrolls to the row that one walks to and says it aloud. */
function useWalk(rows: readonly number[], say: (index: number) => string) {
  const [at, setAt] = useState<number | null>(null)
  const [spoken, setSpoken] = useState('')
  // Another filter makes another list: a place in the old one means nothing in it.
  const [walked, setWalked] = useState(rows)
  if (walked !== rows) {
    setWalked(rows)
    setAt(null)
  }
  const goToRow = useCallback((row: number) => scrollToRow(row, SETTLING_FRAMES), [])
  const goTo = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row === undefined) return
      setAt(index)
      setSpoken(say(index))
      goToRow(row)
    },
    [rows, say, goToRow],
  )
  const latest = useRef({ at, goTo })
  useEffect(() => {
    latest.current = { at, goTo }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest(WHERE_ONE_TYPES) !== null
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      const { at: now, goTo: go } = latest.current
      if (event.key === 'j') go(now === null ? 0 : now + 1)
      if (event.key === 'k') go((now ?? 0) - 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return { at, goTo, goToRow, spoken }
}

function useSpoken(changes: DrawnComparison['comparison']['changes'], classes: DrawnComparison['comparison']['classes']): (index: number) => string {
  const words = useChangeWords(classes)
  return useCallback(
    (index) => {
      const change = changes[index]
      return change === undefined ? '' : words.spoken(change, { number: index + 1, of: changes.length })
    },
    [changes, words],
  )
}

/** One side's name and the moment or version that is pinned, on a line of its own. */
function SideTitle({ side, pinned: { title, versionLabel, pinnedAt } }: Readonly<{ side: 'base' | 'revised'; pinned: ComparisonView['base'] }>) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  return (
    <span className="comparison__side" data-side={side}>
      <span className="comparison__side-word">{t(`comparison.pick.${side}`)}</span> <span className="comparison__side-title">{title}</span>{' '}
      <small>{versionLabel ?? t('comparison.pinned', { moment: moment(pinnedAt) })}</small>
    </span>
  )
}

function CopyLink() {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(window.location.href))
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()}>
      {copied ? t('comparison.linkCopied') : t('comparison.copyLink')}
    </Button>
  )
}
