import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  workers: 1,
  timeout: 40_000,
  expect: { timeout: 8000 },
  reporter: [['list']],
  forbidOnly: true,
  globalSetup: './tests/e2e/support/require-build.ts',
})
