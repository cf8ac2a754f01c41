import { expect, test } from 'vitest'
import { openLog } from '#server/log.ts'

test('a line is one JSON object with the facts and the words', () => {
  const lines: string[] = []
  openLog((line) => void lines.push(line)).warn({ textId: 't1' }, 'A seat was closed')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, textId: 't1', msg: 'A seat was closed' })
})

test('what is called a secret is blanked, wherever a caller lets it slip in', () => {
  const lines: string[] = []
  const log = openLog((line) => void lines.push(line))
  log.info({ token: 'tok-1', body: { password: 'pw-2' }, request: { headers: { cookie: 'ck-3', authorization: 'au-4' } } }, 'x')
  log.error({ err: new Error('broken') }, 'failed')
  expect(lines.join('')).not.toMatch(/tok-1|pw-2|ck-3|au-4/)
  expect(lines[1]).toContain('broken')
})
