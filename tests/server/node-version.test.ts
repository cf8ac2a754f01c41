import { expect, test } from 'vitest'
import { nodeFault } from '#server/node-version.ts'

test('Node 20.19, 22.12 and what is newer will do; others are told what to install', () => {
  for (const version of ['20.19.0', '20.20.2', '22.12.0', '23.1.0', '24.21.0', '26.10.0']) expect(nodeFault(version), version).toBeNull()
  for (const version of ['18.20.4', '20.18.3', '21.7.0', '22.11.0', '16.0.0']) expect(nodeFault(version), version).toContain(`this is Node ${version}`)
})
