import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Dialog.module.css'

type Props = Readonly<{ title: string; opened: boolean; onClose: () => void; size?: string; children: ReactNode }>

/**
 * A modal dialog. What it holds is mounted anew each time it opens, so that forms begin empty. Mantine's own header would
 * be a second banner of the page to screen readers, so the head is a plain block.
 */
export function Dialog({ title, opened, onClose, size = '34rem', children }: Props) {
  const { t } = useTranslation()
  return (
    <Modal.Root opened={opened} onClose={onClose} size={size} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content className={classes.content}>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common.action.close')} />
        </div>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
