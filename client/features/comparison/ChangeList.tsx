import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, Classes } from '#shared/compare/index.ts'
import { CLASS_SIGNS } from './class-words.ts'
import { useChangeWords } from './change-words.ts'
import type { ChangeGroup } from './groups.ts'

/** Every change, one line each, in the order of the text. The one that is stood on is marked and kept in sight. */
export function ChangeList({ groups, classes, at, onChoose }: Readonly<{ groups: readonly ChangeGroup[]; classes: Classes; at: number | null; onChoose: (index: number) => void }>) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (at !== null) keepInSight(list.current?.querySelector('[aria-current]') ?? null)
  }, [at])
  if (groups.length === 0) return <p className="change-list__none">{t('comparison.noChanges')}</p>
  return (
    <div ref={list}>
      {groups.map((group) => {
        const isHere = at !== null && at >= group.from && at < group.from + group.changes.length
        return <Group key={group.from} group={group} classes={classes} at={isHere ? at : null} onChoose={onChoose} />
      })}
    </div>
  )
}

/** Scrolls the list and nothing else: the page scrolls to the row itself. */
function keepInSight(entry: Element | null): void {
  const box = entry?.closest('aside') ?? null
  if (entry === null || box === null) return
  const [inner, outer] = [entry.getBoundingClientRect(), box.getBoundingClientRect()]
  if (inner.top < outer.top) box.scrollTop += inner.top - outer.top
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
}

const Group = memo(function Group({ group: { heading, from, changes }, classes, at, onChoose }: Readonly<{ group: ChangeGroup; classes: Classes; at: number | null; onChoose: (index: number) => void }>) {
  const { t } = useTranslation()
  const words = useChangeWords(classes)
  return (
    <section className="change-list__group">
      <h2>
        {heading ?? t('comparison.list.beforeChapters')} <small>{changes.length}</small>
      </h2>
      <ol className="change-list" start={from + 1}>
        {changes.map((change, offset) => (
          <li key={change.row}>
            <button type="button" aria-current={at === from + offset || undefined} data-relation={change.relation} onClick={() => onChoose(from + offset)}>
              <span className="change-list__where">
                {words.where(change)}
                <small>{words.what(change)}</small>
              </span>
              <Excerpt change={change} />
              <span className="change-list__class" data-class={change.class}>
                <span aria-hidden="true">{CLASS_SIGNS[change.class]}</span> {words.why(change)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
})

function Excerpt({ change: { excerpt } }: Readonly<{ change: Change }>) {
  if (excerpt.struck === '' && excerpt.inserted === '') return null
  return (
    <span className="change-list__excerpt">
      {excerpt.struck !== '' && <del>{excerpt.struck}</del>}
      {excerpt.struck !== '' && excerpt.inserted !== '' && ' → '}
      {excerpt.inserted !== '' && <ins>{excerpt.inserted}</ins>}
    </span>
  )
}
