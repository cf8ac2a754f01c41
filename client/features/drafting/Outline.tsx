import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { OutlineEntry } from './outline.ts'

/** The headings of the page, to see where one is and to go elsewhere; a word typed above narrows them. */
export function Outline({ entries, current, goTo }: Readonly<{ entries: readonly OutlineEntry[]; current: ClauseId | null; goTo: (id: ClauseId) => void }>) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState('')
  const needle = wanted.trim().toLocaleLowerCase()
  const shown = needle === '' ? entries : entries.filter(({ label, heading }) => `${label} ${heading}`.toLocaleLowerCase().includes(needle))
  return (
    <nav className="outline" aria-label={t('drafting.outline')}>
      <TextInput size="xs" value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} placeholder={t('drafting.findHeading')} aria-label={t('drafting.findHeading')} />
      <ol>
        {shown.map(({ id, label, heading, level, kind }) => (
          <li key={id} data-kind={kind} style={{ paddingInlineStart: `${Math.max(0, level - 1) * 0.5}rem` }}>
            <button type="button" dir="auto" title={heading} aria-current={id === current ? 'location' : undefined} onClick={() => goTo(id)}>
              <span className="outline__entry">
                <span className="outline__label">{label}</span> {heading}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className="outline__none">{t(needle === '' ? 'drafting.noHeadings' : 'drafting.noSuchHeading')}</p>}
    </nav>
  )
}
