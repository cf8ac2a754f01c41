import { isDivision, labelsOf, type Clause, type ClauseText } from '#shared/clauses/index.ts'

/** A label that no punctuation sets off, as the Council of Europe prints them: a tab then parts it from its wording. */
const BARE_LABEL = /[\p{L}\p{N}]$/u

/**
 * `text` as plain text: a block for each clause, its label as printed, blank lines between, two spaces a depth. Emphasis
 * is lost. What `readText` makes of it has the same kinds, labels and words (FM24).
 */
export function writeText({ clauses, settings }: ClauseText): string {
  const labels = labelsOf(clauses, settings)
  const blocks = clauses.map((clause) => block(clause, labels.get(clause.id)?.text ?? '')).filter((line) => line.trim() !== '')
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function block({ kind, depth, text }: Clause, label: string): string {
  const words = text.replace(/\s+/gu, ' ').trim()
  if (isDivision(kind)) return label === '' || words === '' ? label + words : `${label} – ${words}`
  if (label === '') return '  '.repeat(depth) + words
  return '  '.repeat(depth) + label + (BARE_LABEL.test(label) ? '\t' : ' ') + words
}
