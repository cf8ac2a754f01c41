import type { DeskView, TextView } from '#shared/api/index.ts'

/** What the desk leads to; given by whoever mounts it. */
export type DeskPlaces = Readonly<{
  text: (textId: string) => string
  /** How a text came to read as it does; with a version, that version. */
  history: (textId: string, versionId?: string) => string
  provenance: (textId: string) => string
  terms: (textId: string) => string
  /** The picker of two texts, `baseId` chosen already. */
  picker: (baseId?: string) => string
  comparison: (comparisonId: string) => string
}>

/** What can be begun from the desk and happens in a dialog of somebody else's. */
export type DeskDialogs = Readonly<{
  bringIn: () => void
  invite: () => void
  managePeople: () => void
  editChapters: () => void
  describe: (text: TextView) => void
  issueVersion: (text: TextView) => void
  renumber: (text: TextView) => void
  freeze: (text: TextView) => void
}>

export type DeskProps = Readonly<{ desk: DeskView; places: DeskPlaces; dialogs: DeskDialogs }>
