import { z } from 'zod'
import { caseHash, FEATURES, PURPOSES, useId } from './use.ts'

/** What became of it. `shown`: there was nothing to insert, it was only read. */
export const OUTCOMES = ['used', 'edited', 'discarded', 'shown'] as const

/** Where the work was done: in the browser alone, or with a model's help. The call has a record of its own with the same id. */
export const ORIGINS = ['local', 'model'] as const

/** What kind of thing was read: of the case, of the law, of the municipality's procedures, of a file for an access request. */
export const ENTRY_KINDS = [
  'note',
  'document',
  'letter',
  'plan',
  'contact',
  'course',
  'decision',
  'fact',
  'field',
  'law',
  'procedure',
  'bundle-page',
  'other',
] as const

/**
 * An entry's id as HMAC-SHA256(pseudonym key, id), the first 32 hex digits: those who hold the key and the case can say
 * which entry it was, and nothing can be written in it.
 */
const entryHash = z.string().regex(/^[0-9a-f]{32}$/)

const MOST_ENTRIES = 2000

const moment = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const packId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
const count = z.int().min(0).max(1_000_000)

const entries = z
  .array(z.strictObject({ kind: z.enum(ENTRY_KINDS), ids: z.array(entryHash).min(1).max(MOST_ENTRIES) }))
  .max(ENTRY_KINDS.length)
  .refine((groups) => groups.reduce((sum, { ids }) => sum + ids.length, 0) <= MOST_ENTRIES)

const coverage = z.strictObject({ read: count, of: count }).refine(({ read, of }) => read <= of)

/** One use of the tool and what came of it, without a word of what it was about. Who and which unit come from the sign-in. */
export const usageRecord = z.strictObject({
  /** Random, made once for each use: sending it again changes nothing. */
  id: useId,
  /** In ms since 1970. */
  happenedAt: moment,
  feature: z.enum(FEATURES),
  purpose: z.enum(PURPOSES),
  origin: z.enum(ORIGINS),
  /** `null`: no case was open. */
  caseHash: caseHash.nullable(),
  outcome: z.enum(OUTCOMES),
  /** The rule packs that were in use. */
  packs: z.array(z.strictObject({ id: packId, serial: z.int().min(0).max(2_147_483_647) })).max(20),
  entries,
  /** How much of the case was read, n of m; `null` when it says nothing for this feature. */
  coverage: coverage.nullable(),
  /** The extension's version. */
  app: z
    .string()
    .regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)
    .nullable(),
})

/** `POST /v1/usage` */
export const usageRequest = z.strictObject({ uses: z.array(usageRecord).min(1).max(50) })

/**
 * `recorded`: on disk now. `already`: it was there. `differs`: the id is taken by another use, and nothing was written;
 * sending it again does not help. `too-old`: further back than the proxy takes a client's word for, or in the future.
 */
export const USAGE_STATES = ['recorded', 'already', 'differs', 'out-of-time'] as const

export const usageAnswer = z.object({ results: z.array(z.object({ id: useId, state: z.enum(USAGE_STATES) })) })

const day = z.iso.date()

/** `GET /v1/usage/export`: days of the Danish calendar, both included. One of a case or a period must be said. */
export const exportQuery = z
  .strictObject({ from: day.optional(), to: day.optional(), case: caseHash.optional() })
  .refine((asked) => asked.case !== undefined || (asked.from !== undefined && asked.to !== undefined))
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to)

/** `GET /v1/usage/counts`: how much the tool was used, by feature and outcome; never who or on which case. */
export const countsQuery = z
  .strictObject({ from: day, to: day, unit: z.string().min(1).max(100).optional() })
  .refine(({ from, to }) => from <= to)

export type UsageRecord = z.infer<typeof usageRecord>
export type UsageState = (typeof USAGE_STATES)[number]
export type UsageAnswer = z.infer<typeof usageAnswer>
