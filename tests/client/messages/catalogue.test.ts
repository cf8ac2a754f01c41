import { expect, test } from 'vitest'
import { en } from '#client/messages/index.ts'
import { REFUSALS } from '#shared/kernel/index.ts'

type Branch = Readonly<{ [key: string]: string | Branch }>

const leaves = (branch: Branch, path = ''): readonly (readonly [path: string, words: string])[] =>
  Object.entries(branch).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`)))

const ALL = leaves(en)

test('no message is empty or has spaces at its ends', () => {
  expect(ALL.filter(([, words]) => words.trim() === '' || words !== words.trim()).map(([path]) => path)).toEqual([])
})

test('whatever has a form for one has a form for many, and the other way round', () => {
  const paths = new Set(ALL.map(([path]) => path))
  const twin = (path: string) => (path.endsWith('_one') ? path.replace(/_one$/, '_other') : path.replace(/_other$/, '_one'))
  const single = [...paths].filter((path) => /_(?:one|other)$/.test(path) && !paths.has(twin(path)))
  expect(single).toEqual([])
})

test('every refusal has a sentence of its own', () => {
  expect(Object.keys(en.refusals).sort()).toEqual([...REFUSALS].sort())
  expect(new Set(Object.values(en.refusals)).size).toBe(REFUSALS.length)
  expect(Object.values(en.refusals).filter((sentence) => !/[A-Z].*\.$/s.test(sentence))).toEqual([])
})

test('placeholders are written as the catalogue fills them in', () => {
  const odd = ALL.filter(([, words]) => /[{}]/.test(words.replaceAll(/\{\{\w+\}\}/g, '')))
  expect(odd.map(([path]) => path)).toEqual([])
})
