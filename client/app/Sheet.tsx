import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Sheet.module.css'

/** A short message in the middle of an otherwise empty screen. */
export function Sheet({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <div className={classes.sheet}>
      <Title order={1} size="h2">
        {title}
      </Title>
      {children}
    </div>
  )
}
