import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EntrySheet.module.css'

/** The page of every way in: a title, a sentence, a form. */
export function EntrySheet({ title, lead, children }: Readonly<{ title: string; lead?: ReactNode; children?: ReactNode }>) {
  return (
    <div className={classes.sheet}>
      <Title order={1}>{title}</Title>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  )
}
