import { defineConfig } from 'vitest/config'

/** Browser stories: real server processes, a real Chromium, one story at a time. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/e2e/**/*.story.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
})
