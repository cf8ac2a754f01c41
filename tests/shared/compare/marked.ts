import type { RedlineRun } from '#shared/compare/index.ts'

/** A redline as one string: `kept [-struck-]{+inserted+}`; changes of typography in `‹…›` and of spelling in `~…~`. */
export const marked = (runs: readonly RedlineRun[]): string =>
  runs
    .map(({ kind, text, cosmetic }) => {
      const drawn = kind === 'keep' ? text : kind === 'strike' ? `[-${text}-]` : `{+${text}+}`
      return cosmetic === 'typography' ? `‹${drawn}›` : cosmetic === 'spelling' ? `~${drawn}~` : drawn
    })
    .join('')

const MARK = /\[-(?<struck>.*?)-\]|\{\+(?<inserted>.*?)\+\}|[‹›~]/gsv

/** The two texts of such a string. */
export const sidesOf = (drawn: string): Readonly<{ base: string; revised: string }> => ({
  base: drawn.replace(MARK, '$<struck>'),
  revised: drawn.replace(MARK, '$<inserted>'),
})
