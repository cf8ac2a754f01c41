import { expect, test } from 'vitest'
import { headingOf } from '#shared/formats/recognise/heading.ts'

const heading = (text: string): string | null => {
  const found = headingOf(text)
  return found && `${found.division} ${found.number}|${text.slice(found.rest)}`
}

test.for([
  ['Article 5', 'article 5|'],
  ['ARTICLE 5', 'article 5|'],
  ['Article 1 – Definitions', 'article 1|Definitions'],
  ['Article 1. Use of terms', 'article 1|Use of terms'],
  ['Article 1: subject matter', 'article 1|subject matter'],
  ['Article 3 Breadth of the sea', 'article 3|Breadth of the sea'],
  ['Regulation 18 bis. Obligations', 'article 18 bis|Obligations'],
  ['Regulation 18 ter Termination', 'article 18 ter|Termination'],
  ['Regulation 25 Alt. Documents', 'article 25 Alt|Documents'],
  ['Regulation 26. Alt. 1 Guarantee', 'article 26|Alt. 1 Guarantee'],
  ['Regulation 64ter Costs', 'article 64ter|Costs'],
  ['[Regulation 4 bis Rights', 'article 4 bis|Rights'],
  ['Regulation 63. [Incentives]', 'article 63|[Incentives]'],
  ['Article premier', 'article premier|'],
  ['Статья 7', 'article 7|'],
  ['المادة 12 نطاق', 'article 12|نطاق'],
  ['第三条范围', 'article 三|范围'],
  ['第二部分总则', 'part 二|总则'],
  ['附件二能力建设', 'annex 二|能力建设'],
  ['CHAPTER I', 'chapter I|'],
  ['PART ONE', 'part ONE|'],
  ['PART II TERRITORIAL SEA', 'part II|TERRITORIAL SEA'],
  ['TITLE 1', 'title 1|'],
  ['SUBSECTION A. RULES', 'subsection A|RULES'],
  ['Annex', 'annex |'],
  ['ANNEX II', 'annex II|'],
  ['Annex: List of treaties', 'annex |List of treaties'],
  ['Schedule 1. Coordinates', 'appendix 1|Coordinates'],
] as const)('[FM7] %s', ([text, expected]) => {
  expect(heading(text)).toBe(expected)
})

test.for([
  'Article 5 shall apply.',
  'Articles 1, 12 and 13 apply.',
  'Article 12, paragraph 3, of the Convention',
  'Article 5(2)(a) applies',
  'Article 200 | Article 233 |',
  'Annex III to the Convention.',
  'Annexes are part of it',
  'Annex the list to this',
  'Part of the territory',
  'Section a Party',
  'Title to minerals',
  'Article',
  'Chapter and verse',
  '第三条和第四条',
  '附件七仲裁法庭；',
  '附件一所列标准',
  '附件为本协定的组成部分',
  '',
])('[FM7] a mention or less: %s', (text) => {
  expect(heading(text)).toBeNull()
})
