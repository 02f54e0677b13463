/** Writes the table of policy keys for the IT guide; a test fails when it is stale. Run with `npm run policy-docs`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { policyTable } from '#utils/policy/managed-schema.ts'

const FILE = 'docs/it.md'
const BETWEEN = /(<!-- policy keys: made by `npm run policy-docs` -->\n)[\s\S]*?(\n<!-- end -->)/

/** The guide with its table as the policy schema has it now. */
export function withPolicyTable(guide: string): string {
  return guide.replace(BETWEEN, (_all, start: string, end: string) => `${start}\n${policyTable().trim()}\n${end}`)
}

if (import.meta.main) writeFileSync(FILE, withPolicyTable(readFileSync(FILE, 'utf8')))
