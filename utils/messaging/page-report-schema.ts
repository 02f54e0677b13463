import { ERRORS, type ErrorCode } from '#utils/domain/error-code.ts'
import { isFactKey, isListGroup } from '#utils/domain/fact-catalogue.ts'
import type { PageReport } from '#utils/case-session/page-report.ts'
import { z } from '#utils/validation/zod.ts'

// A page's script reports in a process that the page shares, so the panel takes nothing on trust but its form.

const text = (max: number) => z.string().max(max)
const value = z.union([text(2_000_000), z.number(), z.boolean(), z.null(), z.array(text(20_000)).max(2000)])
const fact = z.strictObject({
  key: text(60).refine(isFactKey),
  value,
  source: z.strictObject({ pageKind: text(60), locator: text(400), asRead: text(2_000_000), readAt: text(40) }),
})
const coverage = z.strictObject({ read: z.int(), total: z.int().nullable(), complete: z.boolean(), filters: z.array(text(300)).max(50) })
const list = z.strictObject({
  rows: z.array(z.strictObject({ key: text(300), facts: z.record(text(60), fact) })).max(20_000),
  coverage,
})
const identity = z.strictObject({
  citizenId: text(120),
  cpr: z.string().regex(/^\d{10}$/),
  name: text(300),
  caseId: text(120).nullable(),
  confirmedBy: z.array(text(120)).max(20),
})
const why = z.literal([
  'collapsed',
  'loading',
  'failed',
  'frame',
  'elsewhere',
  'ambiguous',
  'unreadable',
  'not-found',
  'paged',
  'not-asked',
  'protected',
])
const view = z.strictObject({
  token: text(128),
  identity,
  profile: z.strictObject({ id: text(60), version: text(30), verified: z.boolean() }),
  pageKind: text(60),
  readAt: text(40),
  facts: z.record(text(60).refine(isFactKey), fact),
  lists: z.record(text(60).refine(isListGroup), list),
  notRead: z.array(z.strictObject({ part: text(120), why })).max(2000),
})

const pageReportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown-page') }),
  z.strictObject({ kind: z.literal('profile-broken'), missing: z.array(text(200)).max(200) }),
  z.strictObject({ kind: z.literal('no-case'), pageKind: text(60), citizens: z.literal(['none', 'many']) }),
  z.strictObject({ kind: z.literal('logged-out') }),
  z.strictObject({ kind: z.literal('no-access') }),
  z.strictObject({ kind: z.literal('settling') }),
  z.strictObject({ kind: z.literal('open'), view }),
  z.strictObject({ kind: z.literal('off'), code: z.enum(Object.keys(ERRORS) as ErrorCode[]) }),
])

/** A report as the panel may use it, or `null` when it does not have the form of one. */
export function parsePageReport(raw: unknown): PageReport | null {
  const parsed = pageReportSchema.safeParse(raw)
  // The schema checks what the branded types of the domain promise; zod cannot name the brands.
  return parsed.success ? (parsed.data as unknown as PageReport) : null
}
