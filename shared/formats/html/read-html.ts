import { importSource, type ImportOptions, type ImportResult } from '../import.ts'
import { cleaned } from '../text/clean.ts'
import { pageOf } from './page.ts'

/**
 * Reads a treaty from an HTML page: headings, paragraphs, line breaks, numbered lists with the labels that a browser
 * shows, tables as lines of text; scripts and styles dropped. Never refuses.
 */
export function readHtml(source: string, options: ImportOptions): ImportResult {
  const { text, removed } = cleaned(source)
  const { units, title } = pageOf(text)
  const wording = units.map(({ rich }) => rich.text).join('\n')
  const notes = removed > 0 ? [{ id: 'invisible-characters-removed' as const, count: removed }] : []
  return importSource({ format: 'html', units, wording, title, notes }, options)
}
