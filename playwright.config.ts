import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.test.ts',
  workers: 1,
  // CI's machine is shared: a test that a busy minute made late gets one more try, and is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 40_000,
  expect: { timeout: 8000 },
  reporter: [['list']],
  forbidOnly: true,
  globalSetup: './tests/e2e/support/require-build.ts',
})
