/** Where things are; given by whoever mounts it. A clause that is looked at stays looked at. */
export type HistoryPlaces = Readonly<{
  text: string
  /** The whole text's history. */
  all: string
  moment: (seq: number) => string
  version: (versionId: string) => string
  comparison: (comparisonId: string) => string
}>

/** What the address asks for: a moment or a version, and the clause whose history stands beside the page. */
export type HistoryChoice = Readonly<{ seq: number | null; versionId: string | null; clauseId: string | null }>
