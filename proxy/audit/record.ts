import { hash } from 'node:crypto'

/** One line of the record of use. Which fields are there depends on the kind; the table says which must be. */
export interface AuditRecord {
  readonly kind: 'call' | 'use' | 'export'
  readonly id: string
  /** When it was written, in ms since 1970; so are all moments. */
  readonly at: number
  readonly subject: string
  readonly unit: string | null
  readonly feature: string | null
  readonly purpose: string | null
  readonly caseHash: string | null
  readonly useId: string | null
  readonly beganAt: number | null
  readonly callKind: string | null
  readonly model: string | null
  readonly modelVersion: string | null
  readonly upstream: string | null
  readonly region: string | null
  readonly ending: string | null
  readonly code: string | null
  readonly promptBytes: number | null
  readonly answerBytes: number | null
  readonly promptTokens: number | null
  readonly completionTokens: number | null
  readonly happenedAt: number | null
  readonly origin: string | null
  readonly outcome: string | null
  readonly appVersion: string | null
  readonly packs: readonly string[] | null
  readonly entries: readonly string[] | null
  readonly coverageRead: number | null
  readonly coverageOf: number | null
  readonly periodFrom: number | null
  readonly periodTo: number | null
}

/** As it stands in the chain. Hashes are in hex. */
export interface ChainedRecord extends AuditRecord {
  readonly seq: number
  readonly content: string
  readonly link: string
}

type Field = keyof AuditRecord

/** Every field and its column, in the order that the hash is reckoned in: new ones go last, and are `null` in old lines. */
const COLUMNS: Readonly<Record<Field, string>> = {
  kind: 'kind',
  id: 'id',
  at: 'at',
  subject: 'subject',
  unit: 'unit',
  feature: 'feature',
  purpose: 'purpose',
  caseHash: 'case_hash',
  useId: 'use_id',
  beganAt: 'began_at',
  callKind: 'call_kind',
  model: 'model',
  modelVersion: 'model_version',
  upstream: 'upstream',
  region: 'region',
  ending: 'ending',
  code: 'code',
  promptBytes: 'prompt_bytes',
  answerBytes: 'answer_bytes',
  promptTokens: 'prompt_tokens',
  completionTokens: 'completion_tokens',
  happenedAt: 'happened_at',
  origin: 'origin',
  outcome: 'outcome',
  appVersion: 'app_version',
  packs: 'packs',
  entries: 'entries',
  coverageRead: 'coverage_read',
  coverageOf: 'coverage_of',
  periodFrom: 'period_from',
  periodTo: 'period_to',
}

const FIELDS = Object.entries(COLUMNS) as readonly [Field, string][]

const NOTHING = Object.fromEntries(FIELDS.map(([field]) => [field, null])) as Record<Field, null>

type Known = Pick<AuditRecord, 'kind' | 'id' | 'at' | 'subject'>

/** A record of what is known; the rest is `null`. */
export function makeRecord(known: Known & Partial<AuditRecord>): AuditRecord {
  return { ...NOTHING, ...known }
}

/** SHA-256 over everything a record says, in hex. Its place in the chain is not part of it. */
export function contentOf(record: AuditRecord): string {
  const said: (readonly [Field, AuditRecord[Field]])[] = []
  for (const [field] of FIELDS) if (record[field] !== null) said.push([field, record[field]])
  return hash('sha256', `sagshjaelp-record-1\n${JSON.stringify(said)}`, 'hex')
}

export type Row = Readonly<Record<string, string | number | readonly string[]>>

/** As the database takes it: what is not known is left out. `said`: what makes a repeated record the same one. */
export function toRow(record: AuditRecord, said: string | null): Row {
  const content = contentOf(record)
  const row: Record<string, Row[string]> = {}
  for (const [field, column] of FIELDS) {
    const value = record[field]
    if (value !== null) row[column] = field === 'caseHash' ? bytes(String(value)) : value
  }
  row['content'] = bytes(content)
  row['said'] = bytes(said ?? content)
  return row
}

/** Hex as PostgreSQL writes it. */
export function bytes(hex: string): string {
  return `\\x${hex}`
}

/** What to select to read `ChainedRecord`s. */
export const SELECTED = [
  'seq',
  ...FIELDS.map(([field, column]) => (field === 'caseHash' ? `encode(case_hash, 'hex') AS "caseHash"` : `${column} AS "${field}"`)),
  `encode(content, 'hex') AS content`,
  `encode(link, 'hex') AS link`,
].join(', ')
