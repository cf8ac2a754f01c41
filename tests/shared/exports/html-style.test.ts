import { expect, test } from 'vitest'
import { PAGE_STYLE } from '#shared/exports/html-style.ts'

test('[EX7] the style fetches nothing and cannot end its own element', () => {
  expect(PAGE_STYLE).not.toMatch(/url\(|@import|<\//v)
  expect(PAGE_STYLE).toContain('@media print')
})
