// @vitest-environment jsdom
import { join } from 'node:path'
import { screen } from '@testing-library/react'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ComparisonScreen } from '#client/features/comparison/index.ts'
import { comparisonMade, deskView, sampleLoaded } from '#shared/api/index.ts'
import { signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { show, sitBefore, useScreens } from '#tests/support/screen.tsx'

useScreens()

let program: TestProgram
let chair: Person
beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
})
afterAll(() => program.end())

test('the page of a comparison whose wording is gone says which side it was and what to do, and shows nothing else', async () => {
  const at = `/api/negotiations/${chair.negotiationId}`
  await chair.post(`${at}/sample`, {}, sampleLoaded)
  const [base, revised] = (await chair.get(at, deskView)).texts.map(({ id, title }) => ({ textId: id, versionId: null, title }))
  const { id } = await chair.post(`${at}/comparisons`, { base, revised }, comparisonMade)
  const database = new Database(join(program.dataDir, 'travaux.db'))
  database.exec(`DELETE FROM contents WHERE hash = (SELECT revised ->> 'contentHash' FROM comparisons)`)
  database.close()
  sitBefore(chair)
  show(<ComparisonScreen negotiationId={chair.negotiationId} comparisonId={id} />)
  const said = (await screen.findByRole('alert')).textContent
  expect(said).toContain(`the revised text, “${revised?.title}”`)
  expect(said).toMatch(/Tell whoever runs Travaux.*backup/)
  expect(screen.queryByRole('heading')).toBeNull()
})
