import { expect, test } from 'vitest'
import { SOURCES } from './support/source.ts'

/** A file beyond it holds more than one idea. */
const MAX_LINES = 300

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = [...SOURCES.values()].flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length
    return lines > MAX_LINES ? [`${path} has ${lines} lines: take an idea out into a file of its own`] : []
  })
  expect(long).toEqual([])
})
