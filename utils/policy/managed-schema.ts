import { POLICY_KEYS, POLICY_KEY_NAMES } from './policy-keys.ts'

/** The schema file that `storage.managed_schema` names: the browser publishes only values that fit it. */
export function managedSchema(): object {
  const properties = POLICY_KEY_NAMES.map((key) => {
    const { title, description, managed } = POLICY_KEYS[key]
    return [key, { title, description, ...managed }]
  })
  return { type: 'object', properties: Object.fromEntries(properties) }
}

/** The same keys as a Markdown table, for the handbook. */
export function policyTable(): string {
  const rows = POLICY_KEY_NAMES.map((key) => {
    const { title, description, managed } = POLICY_KEYS[key]
    return `| \`${key}\` | ${managed.type} | ${title} | ${description} |`
  })
  return ['| Nøgle | Type | Titel | Virkning |', '|---|---|---|---|', ...rows].join('\n')
}
