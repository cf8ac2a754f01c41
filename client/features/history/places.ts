/** Where things are; given by whoever mounts it. A clause that is looked at stays looked at. */
export type HistoryPlaces = Readonly<{
  text: string
  /** The whole text's history. */
  all: string
  moment: (seq: number) => string
  version: (versionId: string) => string
  comparison: (comparisonId: string) => string
}>
