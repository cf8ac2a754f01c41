import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDivision, labelsOf, type ClauseText, type NewClauseId } from '#shared/clauses/index.ts'
import { readText, wordsOf, type ImportOptions, type ImportResult } from '#shared/formats/index.ts'
import { idNamed } from '#tests/support/treaty.ts'

/** Ids in order: the n-th clause is `idNamed(n)`. */
export function idsInOrder(): NewClauseId {
  let made = 0
  return () => idNamed(String(++made))
}

export const read = (source: string, options: Partial<ImportOptions> = {}): ImportResult =>
  readText(source, { newId: idsInOrder(), ...options })

/** A text as lines `kind [label] wording`, indented by depth: what tests compare. */
export function outlineOf({ clauses, settings }: ClauseText): readonly string[] {
  const labels = labelsOf(clauses, settings)
  return clauses.map(({ id, kind, depth, text }) => {
    const label = labels.get(id)?.text ?? ''
    return `${'  '.repeat(depth)}${kind}${label === '' ? '' : ` [${label}]`}${text === '' ? '' : ` ${text}`}`
  })
}

/** The outline of a source given as lines. */
export const readLines = (...lines: readonly string[]): readonly string[] => outlineOf(read(lines.join('\n')).text)

/** The words of labels and wording in reading order. */
export function wordsOut({ clauses, settings }: ClauseText): readonly string[] {
  const labels = labelsOf(clauses, settings)
  return wordsOf(clauses.map(({ id, text }) => `${labels.get(id)?.text ?? ''} ${text}`).join('\n'))
}

/** An article's number, its title, and how many paragraphs it has: the numbered ones, or 1 where none is numbered. */
export type ArticleGold = readonly [number: string, title: string, paragraphs: number]

/** The articles of a text up to its first annex, as the lists made by reading have them. */
export function articlesOf({ clauses, settings }: ClauseText): readonly ArticleGold[] {
  const labels = labelsOf(clauses, settings)
  const articles: [string, string, number][] = []
  let isOpen = false
  for (const { id, kind, depth, text } of clauses) {
    const { text: label = '', number = '' } = labels.get(id) ?? {}
    if (kind === 'annex') break
    if (isDivision(kind)) {
      isOpen = kind === 'article'
      if (isOpen) articles.push([number, text, 0])
      continue
    }
    const last = articles.at(-1)
    if (isOpen && last !== undefined && depth === 0 && (kind === 'paragraph' || kind === 'definition') && label !== '') last[2]++
  }
  return articles.map(([number, title, paragraphs]) => [number, title, Math.max(paragraphs, 1)])
}

export const CORPUS = process.env['TRAVAUX_CORPUS'] ?? '../shared/corpus'

/** The sources in one folder of the corpus; empty, and said loudly, where the corpus is absent. */
export function corpusFiles(folder: string, ending: string): readonly string[] {
  const path = join(CORPUS, folder)
  if (existsSync(path)) return readdirSync(path).filter((name) => name.endsWith(ending)).map((name) => join(path, name))
  console.warn(`SKIPPED: no corpus at ${path}, so import is not tried on real treaties. Set TRAVAUX_CORPUS.`)
  return []
}

export const corpusText = (path: string): string => readFileSync(join(CORPUS, path), 'utf8')
