import type { ArticleGold } from './reading.ts'

/** Paragraphs of articles 1 to 28 of the Convention of 1999, by reading. Its articles bear no titles. */
const PARAGRAPHS = [3, 5, 1, 1, 3, 1, 6, 5, 6, 2, 5, 5, 1, 1, 1, 3, 1, 4, 1, 1, 1, 1, 4, 3, 3, 2, 2, 1]

/** International Convention for the Suppression of the Financing of Terrorism, by reading. */
export const TERRORISM_FINANCING_ARTICLES: readonly ArticleGold[] = PARAGRAPHS.map((count, index) => [
  String(index + 1),
  '',
  count,
])
