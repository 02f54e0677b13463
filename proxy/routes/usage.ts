import { Readable } from 'node:stream'
import { AuditError } from '../audit/audit-error.ts'
import { endOfDay, startOfDay } from '../audit/danish-days.ts'
import type { ChainedRecord } from '../audit/record.ts'
import type { Caller } from '../auth/caller.ts'
import { ROLES, type Role } from '../contract/role.ts'
import { countsQuery, exportQuery, usageRequest, type UsageAnswer, type UsageRecord } from '../contract/usage-record.ts'
import type { Routes } from '../parts.ts'
import { ProxyError } from '../server/proxy-error.ts'
import { parse } from './parse-request.ts'

const THOSE_WHO_EXPORT: readonly Role[] = ['administrator']
const THOSE_WHO_COUNT: readonly Role[] = ['supervisor', 'administrator']
/** Fifty uses with all the entries one may name. */
const BODY_BYTES = 4 * 1_048_576

/** Records of use: kept for everyone who works with the tool, taken out by those who answer for it. */
export const usageRoutes: Routes = (app, { audit }) => {
  app.post('/v1/usage', { config: { access: ROLES }, bodyLimit: BODY_BYTES }, (request) => {
    const { uses } = parse(usageRequest, request.body)
    if (!audit.healthy()) throw new ProxyError('not-ready')
    return recordUses(uses, request.caller)
  })

  app.get('/v1/usage/export', { config: { access: THOSE_WHO_EXPORT } }, async (request, reply) => {
    const { from, to, case: caseHash } = parse(exportQuery, request.query)
    const ask = {
      from: from === undefined ? null : startOfDay(from),
      to: to === undefined ? null : endOfDay(to),
      caseHash: caseHash ?? null,
    }
    const records = await written(audit.exportRecords(ask, request.caller))
    reply.header('content-disposition', 'attachment; filename="brug.ndjson"').type('application/x-ndjson; charset=utf-8')
    return reply.send(Readable.from(asLines(records)))
  })

  app.get('/v1/usage/counts', { config: { access: THOSE_WHO_COUNT } }, async ({ query, caller }) => {
    const { from, to, unit } = parse(countsQuery, query)
    const whose = unitFor(caller, unit)
    return { unit: whose, counts: await audit.countUses({ from: startOfDay(from), to: endOfDay(to), unit: whose }) }
  })

  async function recordUses(uses: readonly UsageRecord[], caller: Caller): Promise<UsageAnswer> {
    const states = await written(audit.recordUses(uses, caller))
    return { results: uses.map(({ id }, index) => ({ id, state: states[index] ?? 'differs' })) }
  }
}

/** The last line says how many there were: without it the file was cut. */
async function* asLines(records: AsyncIterable<ChainedRecord>): AsyncGenerator<string> {
  let count = 0
  for await (const record of records) {
    count += 1
    yield `${JSON.stringify(record)}\n`
  }
  yield `${JSON.stringify({ end: true, records: count })}\n`
}

/** `null` is all units, which an administrator may see; a supervisor sees the unit of the sign-in. */
function unitFor({ roles, unit }: Caller, asked: string | undefined): string | null {
  if (roles.has('administrator')) return asked ?? null
  if (asked !== undefined && asked !== unit) throw new ProxyError('not-allowed')
  return unit
}

async function written<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof AuditError) throw new ProxyError(error.code === 'not-written' ? 'not-ready' : 'internal')
    throw error
  }
}
