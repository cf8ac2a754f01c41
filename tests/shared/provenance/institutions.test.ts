import { expect, test } from 'vitest'
import { institutionsIn } from '#shared/provenance/institutions.ts'

test('[PV14] offices and bodies are found by their full names', () => {
  const text = 'notify the Secretary-General of the United Nations or the Secretary General of the Council of Europe, and the Central Authority; the States Parties do so'
  expect(institutionsIn(text).map(({ name, head }) => [name, head])).toEqual([
    ['secretary general of the united nations', 'secretary general'],
    ['secretary general of the council of europe', 'secretary general'],
    ['central authority', 'authority'],
  ])
  expect(institutionsIn(text).map(({ from, to }) => text.slice(from, to))[0]).toBe('Secretary-General of the United Nations')
})
