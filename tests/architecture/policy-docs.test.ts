import { expect, it } from 'vitest'
import { withPolicyTable } from '#build/policy-docs.ts'
import { read } from './tracked-files.ts'

it('keeps the IT guide in step with the policy keys', () => {
  const guide = read('docs/it.md')
  expect(guide).toContain('`fasitHosts`')
  expect(withPolicyTable(guide)).toBe(guide)
})
