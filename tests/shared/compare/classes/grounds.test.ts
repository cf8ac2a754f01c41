import { expect, test } from 'vitest'
import { groundsOf, groundsOfWhole, plainGround } from '#shared/compare/classes/grounds.ts'
import { Reader } from '#shared/compare/classes/reader.ts'
import { hunkOf } from './drawn.ts'

test('[CC3] weighty words and numbers of one side alone are grounds, by gravity', () => {
  expect(groundsOf(hunkOf('[-shall, within 30 days,-]{+may not, within 60 days,+} act'), new Reader(true))).toEqual([
    { aspect: 'negation', struck: '', inserted: 'not' },
    { aspect: 'obligation', struck: 'shall', inserted: 'may' },
    { aspect: 'quantity', struck: '30', inserted: '60' },
  ])
  expect(groundsOf(hunkOf('the [-vessel-]{+boat+}'), new Reader(true))).toEqual([])
})

test('[CC3] a clause that came names its weighty words', () => {
  expect(groundsOfWhole('Each Party shall report, unless exempt.', 'revised').map(({ aspect, inserted }) => `${aspect}: ${inserted}`)).toEqual(['obligation: shall', 'condition: unless, exempt', 'scope: each'])
})

test('[CC3] without weighty words the aspect is told by the look', () => {
  expect(plainGround(hunkOf('[-Flag State-]{+Port State+}'), false).aspect).toBe('definition')
  expect(plainGround(hunkOf('the [-vessel-]{+boat+}'), false).aspect).toBe('scope')
  expect(plainGround(hunkOf('the [-vessel-]{+boat+}'), true).aspect).toBe('definition')
})
