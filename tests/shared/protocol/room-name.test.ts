import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idField } from '#shared/api/index.ts'
import { draftRoom, textOfRoom } from '#shared/protocol/index.ts'

const id = fc.stringMatching(/^[0-9a-z]{1,40}$/)

test('[PR1] the room of a text names that text, for every id that the API knows', () => {
  fc.assert(
    fc.property(id, (textId) => {
      expect(textOfRoom(draftRoom(textId))).toBe(textId)
      expect(idField.safeParse(textId).success).toBe(true)
    }),
  )
})

test('[PR1] what is not draft/<id> is no room', () => {
  fc.assert(
    fc.property(fc.string(), (raw) => {
      const textId = textOfRoom(raw)
      expect(textId === null || raw === draftRoom(textId)).toBe(true)
    }),
  )
  for (const raw of ['draft/', 'draft', 'draft/A', 'draft/a/b', 'draft/a\n', '/draft/a', 'feed/a', `draft/${'a'.repeat(41)}`, 'draft/%61', 'draft/..']) {
    expect(textOfRoom(raw), raw).toBeNull()
  }
})
