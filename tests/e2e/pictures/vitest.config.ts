import { defineConfig } from 'vitest/config'

/** `npm run pictures`: takes the pictures of the README anew, from the running program. */
export default defineConfig({ test: { root: '.', include: ['tests/e2e/pictures/*.pictures.ts'], testTimeout: 240_000, hookTimeout: 120_000 } })
