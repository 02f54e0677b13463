import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
    restoreMocks: true,
    coverage: { include: ['utils/domain/**', 'utils/guidance/**', 'utils/privacy/**'] },
  },
})
