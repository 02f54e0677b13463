import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: { name: 'unit', testTimeout: 20_000, include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'] },
      },
      // Real servers, real processes, real databases: slower, one file at a time, and a second try as in the browser.
      {
        extends: true,
        test: {
          name: 'proxy',
          include: ['tests/proxy/**/*.test.ts'],
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: { include: ['utils/domain/**', 'utils/guidance/**', 'utils/privacy/**'] },
  },
})
