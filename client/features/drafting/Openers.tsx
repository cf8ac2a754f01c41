import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** What stands beside the page on a wide screen and opens over it on a narrow one. */
export type Panel = 'outline' | 'margin'

const PANELS = ['outline', 'margin'] as const

/** Opens and closes, on a narrow screen, what a wide one shows beside the page. Escape closes. */
export function Openers({ panel, onChoose }: Readonly<{ panel: Panel | null; onChoose: (panel: Panel | null) => void }>) {
  const { t } = useTranslation()
  useEffect(() => {
    if (panel === null) return undefined
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onChoose(null)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [panel, onChoose])
  return (
    <div className="drafting__openers">
      {PANELS.map((name) => (
        <Button
          key={name}
          className={`drafting__opener--${name}`}
          size="compact-sm"
          variant="default"
          aria-expanded={panel === name}
          aria-controls={`drafting-${name}`}
          onClick={() => onChoose(panel === name ? null : name)}
        >
          {t(`drafting.${name}`)}
        </Button>
      ))}
    </div>
  )
}
