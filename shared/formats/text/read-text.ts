import { importSource, type ImportNote, type ImportOptions, type ImportResult } from '../import.ts'
import { cleaned } from './clean.ts'
import { unitsOf } from './lines.ts'

/** Reads a treaty from plain text. Never refuses: what is not recognised becomes unnumbered text and is reported. */
export function readText(source: string, options: ImportOptions): ImportResult {
  const { text, removed } = cleaned(source)
  const { units, joined } = unitsOf(text)
  const notes: ImportNote[] = []
  if (removed > 0) notes.push({ id: 'invisible-characters-removed', count: removed })
  if (joined > 0) notes.push({ id: 'wrapped-lines-joined', count: joined })
  return importSource({ format: 'text', units, wording: text, title: '', notes }, options)
}
