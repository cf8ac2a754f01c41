import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './Panel.module.css'

/** One region of the desk with its heading and what can be done about it. */
export function Panel({ title, note, actions, children }: Readonly<{ title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode }>) {
  const heading = useId()
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <div className={classes.head}>
        <Title order={2} id={heading}>
          {title}
        </Title>
        {note !== undefined && <span className={classes.note}>{note}</span>}
        <div className={classes.actions}>{actions}</div>
      </div>
      {children}
    </section>
  )
}
