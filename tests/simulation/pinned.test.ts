import { expect, test } from 'vitest'
import { PINNED } from './pinned.ts'
import { playScript } from './script.ts'

test.each(PINNED)('[DC12] [DC15] [RM7] holds for good: $found', async ({ script }) => {
  expect((await playScript(script)).fault).toBeNull()
})
