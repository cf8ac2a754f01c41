import { useTranslation } from 'react-i18next'
import type { Share } from './voices.ts'

/** How each delegation's words are drawn, and its part of the wording. */
export function Legend({ shares }: Readonly<{ shares: readonly Share[] }>) {
  const { t } = useTranslation()
  const percent = (share: number): string => {
    const rounded = Math.round(share * 100)
    if (rounded === 0) return t('authorship.below')
    return rounded === 100 && share < 1 ? t('authorship.nearlyAll') : t('authorship.percent', { percent: rounded })
  }
  return (
    <ul className="authorship__legend" aria-label={t('authorship.legend')}>
      {shares.map(({ delegation, brought, share, colour, pattern }) => (
        <li key={`${delegation} ${brought}`}>
          {brought ? (
            <span>{t('authorship.brought', { delegation })}</span>
          ) : (
            <span className="written-words" data-colour={colour} data-pattern={pattern}>
              {delegation === '' ? t('authorship.noDelegation') : delegation}
            </span>
          )}{' '}
          <span className="figures">{percent(share)}</span>
        </li>
      ))}
    </ul>
  )
}
