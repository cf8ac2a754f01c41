import type { ChapterView, ChaptersRequest } from '#shared/api/index.ts'

/** A row of the editor: `key` names it while it is edited, `id` is null until the server has made the chapter. */
export type ChapterRow = Readonly<{ key: number; id: string | null; title: string; dueOn: string }>

export const rowsOf = (chapters: readonly ChapterView[]): readonly ChapterRow[] =>
  chapters.map(({ id, title, dueOn }, key) => ({ key, id, title, dueOn: dueOn ?? '' }))

/** The rows with an empty one at the end. */
export function withNewRow(rows: readonly ChapterRow[]): readonly ChapterRow[] {
  const key = rows.reduce((highest, row) => Math.max(highest, row.key), -1) + 1
  return [...rows, { key, id: null, title: '', dueOn: '' }]
}

/** The rows with the one at `index` moved by `by` places, as far as there are places. */
export function withMoved(rows: readonly ChapterRow[], index: number, by: number): readonly ChapterRow[] {
  const row = rows[index]
  const target = index + by
  if (row === undefined || target < 0 || target >= rows.length) return rows
  const rest = rows.toSpliced(index, 1)
  return rest.toSpliced(target, 0, row)
}

export const requestOf = (rows: readonly ChapterRow[]): ChaptersRequest => ({
  chapters: rows.map(({ id, title, dueOn }) => ({ id, title: title.trim(), dueOn: dueOn === '' ? null : dueOn })),
})
