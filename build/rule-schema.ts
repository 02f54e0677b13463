import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { z } from '#utils/validation/zod.ts'
import { RULES_FOLDER } from './rule-pack.ts'
import { ruleSource } from './rule-source.ts'

export const SCHEMA_FILE = `${RULES_FOLDER}rule.schema.json`

/** The form of a rule file as JSON Schema, for editors; made from the schema that the build checks with. */
export function ruleJsonSchema(): string {
  const schema = z.toJSONSchema(ruleSource, { io: 'input', unrepresentable: 'any' })
  return `${JSON.stringify({ ...schema, title: 'Regel' }, null, 2)}\n`
}

/** Whether the file says the same, however it is laid out. */
export const isSchemaCurrent = () => isDeepStrictEqual(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')), JSON.parse(ruleJsonSchema()))

if (import.meta.main) writeFileSync(SCHEMA_FILE, ruleJsonSchema())
