import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PresentMember } from '#shared/protocol/index.ts'

/** Who has this text open, oneself left out: initials in each person's colour, the full name on demand. */
export function Presence({ members }: Readonly<{ members: readonly PresentMember[] }>) {
  const { t } = useTranslation()
  return (
    <ul className="presence" aria-label={t('drafting.here')}>
      {members.map(({ memberId, name, delegation, colour }) => (
        <Tooltip key={memberId} label={`${name}, ${delegation}`}>
          <li data-colour={colour} aria-label={`${name}, ${delegation}`}>{initialsOf(name)}</li>
        </Tooltip>
      ))}
    </ul>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase()
