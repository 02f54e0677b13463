import { randomUUID } from 'node:crypto'
import type { Caller } from '../auth/caller.ts'
import type { UsageRecord } from '../contract/usage-record.ts'
import type { CallEnd, CallStart, ExportAsk } from './audit.ts'
import { makeRecord, type AuditRecord, type Row } from './record.ts'

const NAME = /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}$/
const WORD = /^[a-z][a-z0-9-]{0,39}$/
const HASH = /^[0-9a-f]{64}$/
const UNFIT = 'unfit'
const LONGEST_WHO = 255

/** Who did it, as the record shows them. */
export type Staff = (subject: string) => string

/** A call that has begun. Names that do not have the form of one are not kept: the call is on record all the same. */
export function describeStart(start: CallStart, { at, staff }: { readonly at: number; readonly staff: Staff }): AuditRecord {
  return makeRecord({
    kind: 'call',
    id: randomUUID(),
    at,
    ...describeCaller(start.caller, staff),
    feature: fit(WORD, start.feature) ?? UNFIT,
    purpose: fit(WORD, start.purpose) ?? UNFIT,
    caseHash: fit(HASH, start.caseHash),
    useId: start.useId.toLowerCase(),
    beganAt: at,
    callKind: start.kind,
    model: fit(NAME, start.model) ?? UNFIT,
    promptBytes: start.promptBytes,
  })
}

export function describeEnd(begun: AuditRecord, end: CallEnd, at: number): AuditRecord {
  return {
    ...begun,
    at,
    ending: end.ending,
    code: fit(WORD, end.code),
    modelVersion: fit(NAME, end.modelVersion),
    upstream: fit(NAME, end.upstream),
    region: fit(NAME, end.region),
    promptTokens: end.promptTokens,
    completionTokens: end.completionTokens,
    answerBytes: end.answerBytes,
  }
}

/** The row that says a call is under way. */
export function openRow(begun: AuditRecord, instance: string): Row {
  const { id, subject, unit, feature, purpose, caseHash, useId, beganAt, callKind, model, promptBytes } = begun
  const row = {
    id,
    instance,
    began_at: beganAt,
    subject,
    unit,
    feature,
    purpose,
    use_id: useId,
    call_kind: callKind,
    model,
    prompt_bytes: promptBytes,
  }
  const known = Object.entries({ ...row, case_hash: caseHash === null ? null : `\\x${caseHash}` })
  return Object.fromEntries(known.flatMap(([column, value]) => (value === null ? [] : [[column, value]])))
}

export function describeUse(use: UsageRecord, caller: Caller, { at, staff }: { readonly at: number; readonly staff: Staff }): AuditRecord {
  return makeRecord({
    kind: 'use',
    id: use.id.toLowerCase(),
    at,
    ...describeCaller(caller, staff),
    feature: use.feature,
    purpose: use.purpose,
    caseHash: use.caseHash,
    useId: use.id.toLowerCase(),
    happenedAt: use.happenedAt,
    origin: use.origin,
    outcome: use.outcome,
    appVersion: use.app,
    packs: use.packs.map(({ id, serial }) => `${id}@${serial}`),
    entries: use.entries.flatMap(({ kind, ids }) => ids.map((id) => `${kind}:${id}`)),
    coverageRead: use.coverage?.read ?? null,
    coverageOf: use.coverage?.of ?? null,
  })
}

export function describeExport(ask: ExportAsk, caller: Caller, { at, staff }: { readonly at: number; readonly staff: Staff }): AuditRecord {
  const { from, to, caseHash } = ask
  return makeRecord({
    kind: 'export',
    id: randomUUID(),
    at,
    ...describeCaller(caller, staff),
    caseHash,
    periodFrom: from ?? 0,
    periodTo: to ?? at,
  })
}

function describeCaller({ subject, unit }: Caller, staff: Staff): Pick<AuditRecord, 'subject' | 'unit'> {
  return { subject: oneLine(staff(subject)), unit: unit === '' ? null : oneLine(unit) }
}

/** The form the database takes: an issuer may give ids of any kind, and the record must be written all the same. */
function oneLine(text: string): string {
  const line = text.toWellFormed().replace(/\p{Cc}/gu, '?')
  return line.length <= LONGEST_WHO ? line : line.slice(0, LONGEST_WHO).toWellFormed()
}

function fit(form: RegExp, text: string | null): string | null {
  return text !== null && form.test(text) ? text : null
}
