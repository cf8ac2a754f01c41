import { ActionIcon, Button, Select } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs'
import IconFileDiff from '@tabler/icons-react/dist/esm/icons/IconFileDiff.mjs'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { deskQuery } from '#client/platform/index.ts'
import { FailureNotice } from '#client/ui/index.ts'
import type { TextRef } from '#shared/api/index.ts'
import { basesFor, choiceOf, type Choice } from './bases.ts'
import { useLiveRedline, type Labelling, type RedlinedPage } from './use-live-redline.ts'
import { nextChange } from './walk.ts'
import './live-redline.css'

type BarProps = Readonly<{ negotiationId: string; textId: string; page: RedlinedPage; labelling: Labelling }>

/** "Live redline": on request, what differs from another text or version, drawn on the page as people type. Alt+Shift+R. */
export function LiveRedlineBar({ negotiationId, textId, page, labelling }: BarProps) {
  const { t } = useTranslation()
  const kept = useMemo(() => choiceOf(textId), [textId])
  const [choice, setChoice] = useState(kept.read)
  const choose = useCallback(
    (next: Partial<Choice>) => {
      setChoice((now) => {
        const chosen = { ...now, ...next }
        kept.write(chosen)
        return chosen
      })
    },
    [kept],
  )
  const { isShown } = choice
  useAltShift('KeyR', () => choose({ isShown: !isShown }))
  return (
    <>
      <Button
        size="compact-sm"
        variant={isShown ? 'light' : 'default'}
        aria-pressed={isShown}
        aria-keyshortcuts="Alt+Shift+R"
        title={t('liveRedline.toggleHint')}
        leftSection={<IconFileDiff size={16} aria-hidden />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => choose({ isShown: !isShown })}
      >
        {t('liveRedline.toggle')}
      </Button>
      {isShown && <Against negotiationId={negotiationId} textId={textId} page={page} labelling={labelling} base={choice.base} onBase={(base) => choose({ base })} />}
    </>
  )
}

function Against({ negotiationId, textId, page, labelling, base, onBase }: BarProps & Readonly<{ base: string | null; onBase: (base: string) => void }>) {
  const { t } = useTranslation()
  const [attempt, setAttempt] = useState(0)
  const texts = useQuery(deskQuery(negotiationId)).data?.texts
  const bases = useMemo(() => basesFor(textId, texts ?? [], t), [textId, texts, t])
  const against = bases.find(({ value }) => value === base) ?? bases[0]
  return (
    <section className="live-redline" aria-label={t('liveRedline.title')}>
      {against === undefined ? (
        <p className="live-redline__line">{t('liveRedline.noBase')}</p>
      ) : (
        <>
          <Select
            className="live-redline__base"
            size="xs"
            aria-label={t('liveRedline.against')}
            placeholder={t('liveRedline.choose')}
            data={bases.map(({ value, label }) => ({ value, label }))}
            value={against.value}
            onChange={(value) => value !== null && onBase(value)}
            allowDeselect={false}
            searchable
            comboboxProps={{ withinPortal: false }}
            withScrollArea={false}
            classNames={{ options: 'scrolled-options' }}
          />
          <Shown key={`${against.value} ${attempt}`} page={page} labelling={labelling} base={against.ref} onRetry={() => setAttempt(attempt + 1)} />
        </>
      )}
    </section>
  )
}

function Shown({ page, labelling, base, onRetry }: Readonly<{ page: RedlinedPage; labelling: Labelling; base: TextRef; onRetry: () => void }>) {
  const { t } = useTranslation()
  const [ref] = useState(base) // the same object while the base is the same: it stands for one running comparison
  const { redline, changes } = useLiveRedline(page, ref, labelling)
  const [at, setAt] = useState<string | null>(null)
  const count = redline.state === 'shown' ? redline.count : 0
  const walk = (step: 1 | -1): void => {
    const order = page.clauses().map(({ id }) => id)
    const all = changes()
    const index = nextChange(all, order, { caret: page.caret(), step })
    const change = index === null ? undefined : all[index]
    const clauseId = change?.clauseId ?? order[0]
    if (index === null || change === undefined || clauseId === undefined) return
    page.show({ clauseId, offset: change.offset })
    setAt(t('liveRedline.at', { number: index + 1, of: all.length, class: t(`liveRedline.class.${change.class}`) }))
  }
  useAltShift('KeyJ', () => walk(1))
  useAltShift('KeyK', () => walk(-1))
  if (redline.state === 'failed') return <FailureNotice failure={redline.failure} onRetry={onRetry} />
  return (
    <>
      <p className="live-redline__line" data-state={redline.state}>
        {redline.state !== 'shown' ? t(`liveRedline.${redline.state}`) : count === 0 ? t('liveRedline.same') : t('liveRedline.figures', { count, substance: redline.substance })}
      </p>
      <div className="live-redline__walk">
        <Step label={t('liveRedline.previous')} disabled={count === 0} onStep={() => walk(-1)} icon={<IconChevronUp size={16} aria-hidden />} />
        <Step label={t('liveRedline.next')} disabled={count === 0} onStep={() => walk(1)} icon={<IconChevronDown size={16} aria-hidden />} />
      </div>
      <output className="live-redline__line">{at}</output>
    </>
  )
}

function Step({ label, icon, disabled, onStep }: Readonly<{ label: string; icon: ReactNode; disabled: boolean; onStep: () => void }>) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label} disabled={disabled} onMouseDown={(event) => event.preventDefault()} onClick={onStep}>
      {icon}
    </ActionIcon>
  )
}

/** Listens for a letter with Alt and Shift held: by its code, as keyboards write other letters then. */
function useAltShift(code: string, act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== code || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [code, act])
}
