import { expect, test } from 'vitest'
import { readLines } from '../reading.ts'

test('[FM8] a title on the heading line, on the next, or none', () => {
  expect(readLines('Article 1 – Scope', 'This Convention applies.')).toEqual(['article [Article 1] Scope', 'paragraph This Convention applies.'])
  expect(readLines('Article 1', 'Scope', 'This Convention applies.')).toEqual(['article [Article 1] Scope', 'paragraph This Convention applies.'])
  expect(readLines('Article 1', 'This Convention applies.')).toEqual(['article [Article 1]', 'paragraph This Convention applies.'])
  expect(readLines('Article 1', 'Use of terms For the purposes of this Agreement:', '(a) one;')).toEqual([
    'article [Article 1] Use of terms',
    'chapeau For the purposes of this Agreement:',
    '  subparagraph [(a)] one;',
  ])
})

test('[FM8] an article may be called "Annex"', () => {
  expect(readLines('Article 74', 'Annex', '1. It is part of this Convention.', '2. It may be amended.')).toEqual([
    'article [Article 74] Annex',
    'paragraph [1.] It is part of this Convention.',
    'paragraph [2.] It may be amended.',
  ])
})

test('[FM9] titles below sections, and above chapters', () => {
  expect(readLines('CHAPTER I', 'SECTION 1', 'TITLE 1', 'COMMON RULES', 'Article 1')).toEqual([
    'chapter [Chapter I]',
    'section [Section 1]',
    'subsection [Title 1] COMMON RULES',
    'article [Article 1]',
  ])
  expect(readLines('TITLE I', 'COMMON RULES', 'CHAPTER 1', 'SCOPE', 'Article 1')).toEqual([
    'part TITLE I COMMON RULES',
    'chapter [Chapter 1] SCOPE',
    'article [Article 1]',
  ])
})

test('[FM9] a table of contents is text; the body begins where its first line comes again', () => {
  expect(readLines('Treaty', 'Contents', 'Chapter I Scope ..... 3', 'Chapter II Duties ..... 5', 'Chapter I Scope', 'Article 1')).toEqual([
    'title Treaty',
    'text Contents',
    'text Chapter I Scope ..... 3',
    'text Chapter II Duties ..... 5',
    'chapter [Chapter I] Scope',
    'article [Article 1]',
  ])
})

test('[FM10] the title is the first block that is no heading, provision or sentence', () => {
  expect(readLines('Convention on Rivers')).toEqual(['title Convention on Rivers'])
  expect(readLines('Each Party shall consult.')[0]).not.toMatch(/^title/)
  expect(readLines('1. Each Party')[0]).toBe('paragraph [1.] Each Party')
})

test('[FM10] a testimonium ends the last article', () => {
  expect(readLines('Article 1', '1. Each Party.', '2. No Party.', 'IN WITNESS WHEREOF we sign.', 'DONE at Vienna.')).toEqual([
    'article [Article 1]',
    'paragraph [1.] Each Party.',
    'paragraph [2.] No Party.',
    'testimonium IN WITNESS WHEREOF we sign.',
    'text DONE at Vienna.',
  ])
})

test('[FM4] a rule is no clause', () => {
  expect(readLines('Article 1', '-----', 'This Convention applies.', '* * *')).toEqual(['article [Article 1]', 'paragraph This Convention applies.'])
})

test('[FM9] sections of an annex belong to it', () => {
  expect(readLines('Annex I', 'Forms', 'Section 1', 'Names', 'The name is written in full.')).toEqual([
    'annex [Annex I] Forms',
    'section [Section 1] Names',
    'paragraph The name is written in full.',
  ])
})

test('[FM26] footnotes and rows of tables', () => {
  expect(readLines('Article 1', 'This Convention applies.', '[1] Adopted.', '² Amended.', '| a | b |')).toEqual([
    'article [Article 1]',
    'paragraph This Convention applies.',
    'footnote [1] Adopted.',
    'footnote [²] Amended.',
    'text | a | b |',
  ])
})

test('[FM7] an unnumbered line between two divisions is a heading', () => {
  expect(readLines('Chapter I', 'Scope', 'General rules', 'Article 1')).toEqual(['chapter [Chapter I] Scope', 'heading General rules', 'article [Article 1]'])
})
