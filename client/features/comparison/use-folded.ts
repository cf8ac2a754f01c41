import { useMemo } from 'react'
import type { ChangeClass } from '#shared/compare/index.ts'
import { foldedLines, type Line } from './lines.ts'

type Sought = Readonly<{ unchanged: boolean; shown: ReadonlySet<ChangeClass>; sought: number | null }>

/** The lines to show; whoever goes to a row that is folded away finds it shown. */
export function useFolded(lines: readonly Line[], { unchanged, shown, sought }: Sought): ReturnType<typeof foldedLines> {
  const folded = useMemo(() => foldedLines(lines, { unchanged, shown }), [lines, unchanged, shown])
  const hidden = useMemo(() => {
    const seen = new Set(folded.shown.map(({ line }) => line.index))
    return new Set(lines.flatMap(({ index }) => (seen.has(index) ? [] : [index])))
  }, [lines, folded])
  const hiddenSought = sought !== null && hidden.has(sought) ? sought : null
  return useMemo(
    () => (hiddenSought === null ? folded : foldedLines(lines, { unchanged, shown, sought: hiddenSought })),
    [folded, lines, unchanged, shown, hiddenSought],
  )
}
