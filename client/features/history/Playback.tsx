import { ActionIcon, Button } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { PointView } from '#shared/api/index.ts'
import { useHands } from './hands.ts'

type Props = Readonly<{
  points: readonly PointView[]
  /** The moment shown, as an index of `points`. */
  at: number
  /** Whether its page is there: playing waits for it. */
  isShown: boolean
  onChoose: (seq: number) => void
}>

/** How long each moment stands while playing, in milliseconds: to see where the text changes, not to read it. */
const STANDS_MS = 1_400

/** Goes through the moments of a text: by slider, step by step, or by itself where the reader has not asked for less motion. */
export function Playback({ points, at, isShown, onChoose }: Props) {
  const { t } = useTranslation()
  const writing = useWriting()
  const hands = useHands()
  const reducedMotion = useReducedMotion()
  const [isPlaying, setPlaying] = useState(false)
  const last = points.length - 1
  const isMoving = isPlaying && at < last && !reducedMotion
  const choose = (index: number): void => {
    const point = points[Math.min(Math.max(index, 0), last)]
    if (point !== undefined) onChoose(point.seq)
  }
  const next = points[at + 1]?.seq
  useEffect(() => {
    if (!isMoving || !isShown || next === undefined) return undefined
    const timer = setTimeout(() => onChoose(next), STANDS_MS)
    return () => clearTimeout(timer)
  }, [isMoving, isShown, next, onChoose])

  const point = points[at]
  const moment = point === undefined ? '' : writing.moment(point.at)
  const words = point === undefined || point.hands.length === 0 ? t('history.playback.seed', { moment }) : t('history.playback.moment', { moment, hands: hands(point.hands) })
  const play = (): void => {
    if (at >= last) choose(0)
    setPlaying(!isMoving)
  }
  return (
    <div className="history__playback">
      {!reducedMotion && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={isMoving ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
          disabled={last < 1}
          onClick={play}
        >
          {t(isMoving ? 'history.playback.pause' : 'history.playback.play')}
        </Button>
      )}
      <ActionIcon variant="default" aria-label={t('history.playback.previous')} disabled={at <= 0} onClick={() => choose(at - 1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <input
        type="range"
        min={0}
        max={Math.max(last, 0)}
        step={1}
        value={Math.max(at, 0)}
        aria-label={t('history.playback.slider')}
        aria-valuetext={words}
        onChange={(event) => {
          setPlaying(false)
          choose(Number(event.currentTarget.value))
        }}
      />
      <ActionIcon variant="default" aria-label={t('history.playback.next')} disabled={at >= last} onClick={() => choose(at + 1)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <span className="history__position">{t('history.playback.position', { number: writing.number(at + 1), of: writing.number(points.length) })}</span>
    </div>
  )
}
