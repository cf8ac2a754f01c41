import { expect, test } from 'vitest'
import { byReferences, type SameTarget } from '#shared/compare/classes/references.ts'
import { hunkOf, judge } from './drawn.ts'

const said = (drawn: string, sameTarget: SameTarget = () => 'same'): string | null => {
  const verdict = byReferences(hunkOf(drawn), sameTarget)
  return verdict === null ? null : `${verdict.class}: ${verdict.grounds[0]?.aspect ?? ''}`
}

test.each([
  ['[CC6] a number', 'set forth in article [-12-]{+31+} of this Convention'],
  ['[CC6] several', 'in Articles [-130j, 130k and 130l-]{+183, 184 and 185+}.'],
  ['[CC6] one among others', 'Articles 43 and [-125-]{+164+} shall apply'],
  ['[CC6] the noun with it', 'with [-article 12-]{+articles 31+}, paragraph 1'],
  ['[CC6] the noun alone', 'see [-section-]{+sections+} 67 and 67A'],
  ['[CC6] in brackets', 'under subsection ([-2-]{+1+})'],
])('%s is numbering when the target is the same', (_, drawn) => expect(said(drawn)).toBe('numbering: reference'))

test('[CC6] another target, one more or one fewer is substance', () => {
  expect(said('in article [-12-]{+31+}.', () => 'other')).toBe('substance: scope')
  expect(said('in sections 109[-, 115-] and 116')).toBe('substance: scope')
  expect(said('in Article 2{+(2)+} of the Act')).toBe('substance: scope')
})

test('[CC7] labels in the wording and marks of notes are numbering', () => {
  expect(said('([-b-]{+c+}) the service')).toBe('numbering: label')
  expect(said('and of the [-Council 60-]{+Council31+} and')).toBe('numbering: note-mark')
  expect(said('Note[- 1-]: see')).toBe('numbering: reference')
})

test('[CC6] numbers that count are no references', () => {
  expect(said('within [-30-]{+60+} days')).toBeNull()
  expect(said('[-12-]{+15+} members')).toBeNull()
})

test.each([
  ['Each reports. [-6-]{+5+}) Each Party reports.', 'numbering: label'],
  ['Each reports; [-(b)-]{+(c)+} the pilot reports.', 'numbering: label'],
  ['(see no. [-6-]{+5+}) Each Party reports.', 'substance: quantity'],
  ['Within: [-6-]{+5+} days of loading.', 'substance: quantity'],
  ['article 4; [-(b)-]{+(c)+} and (d)', 'numbering: reference'],
  ['[-Manipulation-]{+M1 manipulation+} of cargo', 'numbering: label'],
  ['[-Vessels-]{+2 vessels+} report', 'substance: quantity'],
])('[CC18] %s', (drawn, expected) => expect(judge(drawn)).toBe(expected))
