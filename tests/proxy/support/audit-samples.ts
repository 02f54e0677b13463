import { randomUUID } from 'node:crypto'
import { auditConfig, type AuditConfig } from '#proxy/audit/audit-config.ts'
import type { Audit, CallEnd, CallStart } from '#proxy/audit/audit.ts'
import { createAudit } from '#proxy/audit/create-audit.ts'
import type { Caller } from '#proxy/auth/caller.ts'
import type { UsageRecord } from '#proxy/contract/usage-record.ts'
import type { LogEvent } from '#proxy/observe/log.ts'
import { createMetrics } from '#proxy/observe/metrics.ts'
import type { Store } from '#proxy/store/store.ts'

export const CASEWORKER: Caller = {
  subject: 'medarbejder-7',
  unit: 'job-nord',
  roles: new Set(['caseworker']),
  expiresAt: Number.MAX_SAFE_INTEGER,
}

export function callStart(changes: Partial<CallStart> = {}): CallStart {
  return {
    useId: randomUUID(),
    caller: CASEWORKER,
    kind: 'chat',
    purpose: 'case-work',
    feature: 'answer',
    caseHash: 'ab'.repeat(32),
    model: 'gpt-4o',
    promptBytes: 1200,
    ...changes,
  }
}

export const DONE: CallEnd = {
  ending: 'done',
  modelVersion: 'gpt-4o-2024-08-06',
  upstream: 'azure-sweden',
  region: 'swedencentral',
  promptTokens: 300,
  completionTokens: 80,
  answerBytes: 640,
  code: null,
}

export function use(changes: Partial<UsageRecord> = {}): UsageRecord {
  return {
    id: randomUUID(),
    happenedAt: Date.now(),
    feature: 'draft',
    purpose: 'case-work',
    origin: 'model',
    caseHash: 'cd'.repeat(32),
    outcome: 'edited',
    packs: [{ id: 'employment-rules', serial: 12 }],
    entries: [{ kind: 'note', ids: ['0f'.repeat(16), '1e'.repeat(16)] }],
    coverage: { read: 40, of: 42 },
    app: '1.2.3',
    ...changes,
  }
}

export interface Kept {
  readonly audit: Audit
  readonly logged: LogEvent[]
}

/** A record of use on that store, as one replica has it. */
export async function keepRecord(store: Store, config: Partial<AuditConfig> = {}, now: () => number = Date.now): Promise<Kept> {
  const logged: LogEvent[] = []
  const deps = { store, now, log: (event: LogEvent) => void logged.push(event), metrics: createMetrics() }
  return { audit: await createAudit({ ...auditConfig.parse({}), ...config }, deps), logged }
}
