import { expect, test } from 'vitest'
import { byAcronym } from '#shared/compare/classes/acronyms.ts'
import { hunkOf } from './drawn.ts'

test('[CC8] an abbreviation is what it stands for', () => {
  expect(byAcronym(hunkOf('of the [-ECB-]{+European Central Bank+} may'))?.class).toBe('editorial')
  expect(byAcronym(hunkOf('of the [-ECB-]{+European Court+} may'))).toBeNull()
  expect(byAcronym(hunkOf('Adverse Analytical Finding {+(AAF) +}unless'))?.class).toBe('editorial')
  expect(byAcronym(hunkOf('Adverse Analytical Finding {+(WADA) +}unless'))).toBeNull()
})
