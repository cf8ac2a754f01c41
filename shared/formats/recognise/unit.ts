import type { Rich } from '../rich.ts'

/** A block of the source after line wrapping is undone: what is looked at as one. */
export type Unit = Readonly<{
  rich: Rich
  /** The line of the source on which it begins, from 1. */
  line: number
  /** Whether a blank line, or the edge of a block, stands before it. */
  gap: boolean
  /** A tab or wide gap sets its first word off: `1\tEach Party`. */
  tabbed: boolean
  /** The level of an HTML heading, from 1; null for wording. */
  heading: number | null
}>
