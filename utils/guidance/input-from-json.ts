import { AppError } from '#utils/domain/app-error.ts'
import type { FactList, FactRow } from '#utils/domain/case-view.ts'
import type { Fact, FactValue } from '#utils/domain/fact.ts'
import { isFactKey, isListGroup, type FactKey, type ListGroup } from '#utils/domain/fact-catalogue.ts'
import { asId, type RowKey } from '#utils/domain/ids.ts'
import { z } from '#utils/validation/zod.ts'
import type { CaseInput } from './load-case.ts'
import { valueFits } from './value-fits.ts'

const bareValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const valueSchema = z.union([bareValue, z.looseObject({ value: bareValue }).transform(({ value }) => value)])
const rowSchema = z.record(z.string(), z.unknown())
const listSchema = z.union([
  z.array(rowSchema).transform((rows) => ({ rows, complete: true })),
  z.looseObject({ rows: z.array(rowSchema), complete: z.boolean().default(true) }),
])

const inputSchema = z.looseObject({
  facts: z.record(z.string(), z.unknown()).default({}),
  lists: z.record(z.string(), listSchema).default({}),
  notRead: z.array(z.looseObject({ part: z.string() })).default([]),
})

/** Something in the file that was left out, and so counts as unread. */
export interface LeftOut {
  readonly part: string
  readonly why: 'unknown-key' | 'wrong-type'
}

export interface JsonInput extends CaseInput {
  readonly leftOut: readonly LeftOut[]
}

/**
 * Facts and lists from plain JSON, in the form that `read` prints: `{facts: {key: {value} | value}, lists: {group: [rows]}}`.
 * Row keys may stand with or without the group. A list named in `notRead` is not taken as complete.
 * Throws `AppError('file-unreadable')` when the form is another.
 */
export function inputFromJson(json: unknown): JsonInput {
  const parsed = inputSchema.safeParse(json)
  if (!parsed.success) throw new AppError('file-unreadable', { cause: parsed.error })
  const leftOut: LeftOut[] = []
  const { facts, lists, notRead } = parsed.data
  const unreadParts = new Set(notRead.map(({ part }) => part.split('.')[0] ?? part))
  return {
    facts: readFacts(facts, (key) => key, leftOut),
    lists: readLists(lists, unreadParts, leftOut),
    leftOut,
  }
}

type Lists = z.infer<typeof inputSchema>['lists']

function readLists(lists: Lists, unreadParts: ReadonlySet<string>, leftOut: LeftOut[]): CaseInput['lists'] {
  const read: Partial<Record<ListGroup, FactList>> = {}
  for (const [group, list] of Object.entries(lists)) {
    if (!isListGroup(group)) {
      leftOut.push({ part: group, why: 'unknown-key' })
      continue
    }
    const rows = list.rows.map((row, index) => readRow(group, row, index, leftOut))
    const complete = list.complete && !unreadParts.has(group)
    read[group] = { rows, coverage: { read: rows.length, total: complete ? rows.length : null, complete, filters: [] } }
  }
  return read
}

/** A row's own `key`, when it has one that the catalogue does not claim, names it; otherwise its place does. */
function readRow(group: ListGroup, row: Readonly<Record<string, unknown>>, index: number, leftOut: LeftOut[]): FactRow {
  const { key, facts, ...cells } = row
  const given = typeof facts === 'object' && facts !== null ? { ...cells, ...facts } : cells
  const name = typeof key === 'string' && key !== '' ? key : `${group}-${index + 1}`
  return {
    key: asId<RowKey>(name),
    facts: readFacts(given, (field) => (field.startsWith(`${group}.`) ? field : `${group}.${field}`), leftOut),
  }
}

function readFacts(
  given: Readonly<Record<string, unknown>>,
  keyOf: (name: string) => string,
  leftOut: LeftOut[],
): Partial<Record<FactKey, Fact>> {
  const facts: Partial<Record<FactKey, Fact>> = {}
  for (const [name, raw] of Object.entries(given)) {
    const key = keyOf(name)
    const value = valueSchema.safeParse(raw)
    if (!isFactKey(key)) leftOut.push({ part: key, why: 'unknown-key' })
    else if (!value.success || !valueFits(key, value.data)) leftOut.push({ part: key, why: 'wrong-type' })
    else facts[key] = factFromFile(key, value.data)
  }
  return facts
}

function factFromFile(key: FactKey, value: FactValue): Fact {
  return { key, value, source: { pageKind: 'file', locator: 'file', asRead: '', readAt: '' } }
}
