import { expect, it } from 'vitest'
import { withPolicyTable } from '#build/policy-docs.ts'
import { POLICY_KEY_NAMES } from '#utils/policy/policy-keys.ts'
import { read } from './tracked-files.ts'

it('keeps the IT guide in step with the policy keys', () => {
  const guide = read('docs/it.md')
  for (const key of POLICY_KEY_NAMES) expect(guide).toContain(`| \`${key}\` |`)
  expect(withPolicyTable(guide)).toBe(guide)
})
