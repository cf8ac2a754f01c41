import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWriting } from '#client/messages/index.ts'
import type { WrittenPage } from './use-authorship.ts'
import { voiceBefore, type Spoken, type Voice } from './voices.ts'

/** A quiet line: whose the words are that one points at, or else those at the caret. It is said aloud when it changes. */
export function WhoseLine({ spoken, page }: Readonly<{ spoken: Spoken; page: WrittenPage }>) {
  const { t } = useTranslation()
  const { moment } = useWriting()
  const [pointed, setPointed] = useState<number | null>(null)
  const [caret, setCaret] = useState(page.caret)
  useEffect(() => page.onPointed(setPointed), [page])
  useEffect(() => {
    const look = () => setCaret(page.caret())
    look()
    const stops = [page.onCaret(look), page.onWords(look)]
    return () => stops.forEach((stop) => stop())
  }, [page])
  const voice = spoken.voices[pointed ?? (caret === null ? -1 : (voiceBefore(spoken, caret) ?? -1))]
  const words = ({ name, delegation, brought, minute, isFresh }: Voice): string => {
    const who = [delegation, name].filter((part) => part !== '')
    if (brought) return [...who, t('authorship.broughtIn')].join(' · ')
    if (isFresh) return [...(who.length > 0 ? who : [t('authorship.unknown')]), t('authorship.fresh')].join(' · ')
    return [...who, minute === null ? t('authorship.noTime') : moment(new Date(minute * 60_000).toISOString())].join(' · ')
  }
  return (
    <output className="authorship__line">
      {voice === undefined ? t('authorship.point') : words(voice)}
    </output>
  )
}
