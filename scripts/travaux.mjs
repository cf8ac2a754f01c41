#!/usr/bin/env node
// `npx travaux …`, `npm run travaux -- …`: the command line. The program is TypeScript, which tsx reads as it is.
import { register } from 'tsx/esm/api'

process.stdout.on('error', (error) => {
  // Whoever reads has seen enough, as `head` does.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
register()
await import('../server/cli/index.ts')
