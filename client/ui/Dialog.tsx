import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{ title: string; opened: boolean; onClose: () => void; size?: string; children: ReactNode }>

/** A modal dialog. What it holds is mounted anew each time it opens, so that forms begin empty. */
export function Dialog({ title, opened, onClose, size = '34rem', children }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('common.action.close') }}
      styles={{ title: { fontFamily: 'var(--font-text)', fontSize: '1.25rem', fontWeight: 600 }, content: { border: '1px solid var(--line)' } }}
      overlayProps={{ backgroundOpacity: 0.4 }}
    >
      {children}
    </Modal>
  )
}
