import { expect, test } from 'vitest'
import { readLines } from '../reading.ts'

test('[FM15] quoted terms with a meaning, lettered, numbered and without a label', () => {
  expect(readLines('Article 1 – Use of terms', 'For the purposes of this Convention:', '(a) “river” means water;', '(b) other things.')).toEqual([
    'article [Article 1] Use of terms',
    'chapeau For the purposes of this Convention:',
    '  definition [(a)] “river” means water;',
    '  subparagraph [(b)] other things.',
  ])
  expect(readLines('Article 1', 'Use of terms', '1. “River” means water.', '2. “Lake” means other water.')).toEqual([
    'article [Article 1] Use of terms',
    'definition [1.] “River” means water.',
    'definition [2.] “Lake” means other water.',
  ])
  expect(readLines('Article 1', 'Definitions', 'For the purposes of this Convention:', '“River” means water;', '“Lake” means other water.').slice(2)).toEqual([
    '  definition “River” means water;',
    '  definition “Lake” means other water.',
  ])
})

test('[FM15] a quotation elsewhere is none', () => {
  expect(readLines('Article 2', '1. “River” appears here.', '2. “Lake” there.')).toEqual(['article [Article 2]', 'paragraph [1.] “River” appears here.', 'paragraph [2.] “Lake” there.'])
})
