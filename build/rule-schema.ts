import { readFileSync, writeFileSync } from 'node:fs'
import { z } from '#utils/validation/zod.ts'
import { RULES_FOLDER } from './rule-pack.ts'
import { ruleSource } from './rule-source.ts'

export const SCHEMA_FILE = `${RULES_FOLDER}rule.schema.json`

/** The form of a rule file as JSON Schema, for editors; made from the schema that the build checks with. */
export function ruleJsonSchema(): string {
  const schema = z.toJSONSchema(ruleSource, { io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify({ ...schema, title: 'Regel' }, null, 2)}\n`
}

export const isSchemaCurrent = () => readFileSync(SCHEMA_FILE, 'utf8') === ruleJsonSchema()

if (import.meta.main) writeFileSync(SCHEMA_FILE, ruleJsonSchema())
