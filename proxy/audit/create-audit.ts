import { createHash, createHmac, randomUUID } from 'node:crypto'
import { readSecret } from '../config/secret.ts'
import type { UsageRecord, UsageState } from '../contract/usage-record.ts'
import type { Caller } from '../auth/caller.ts'
import { signerFromPem } from '../guidance/signing-key.ts'
import type { Log } from '../observe/log.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { Store } from '../store/store.ts'
import type { AuditConfig } from './audit-config.ts'
import { AuditError } from './audit-error.ts'
import type { Audit, CallEnd, OpenCall } from './audit.ts'
import { inLetters } from './chain.ts'
import { ChainWriter, type WriteState } from './chain-writer.ts'
import { Checkpoints } from './checkpoints.ts'
import { describeEnd, describeExport, describeStart, describeUse, openRow, type Staff } from './describe.ts'
import { GroupCommit } from './group-commit.ts'
import { readCounts, readRecords } from './read-records.ts'
import type { AuditRecord } from './record.ts'
import { Upkeep } from './upkeep.ts'

const MINUTE_MS = 60_000
/** How far back, and how far ahead of our clock, a client's word for when something happened is taken. */
const TAKEN_BACK_MS = 7 * 86_400_000
const TAKEN_AHEAD_MS = 5 * MINUTE_MS

export interface AuditDeps {
  readonly store: Store
  /** In ms since 1970. */
  readonly now: () => number
  readonly log: Log
  readonly metrics: Pick<Metrics, 'auditRecords' | 'auditTrouble'>
}

/** The record of use: every model call and every use, chained, and on disk before it is answered. */
export async function createAudit(config: AuditConfig, deps: AuditDeps): Promise<Audit> {
  const { store } = deps
  const instance = randomUUID()
  const { commit, upkeep } = assemble(config, deps, instance)
  await upkeep.start()
  const describing = () => ({ at: Math.round(deps.now()), staff })
  const staff = staffOf(config)
  let closed = false
  return {
    begin(start) {
      return openCall(describeStart(start, describing()), { commit, instance, now: deps.now })
    },
    recordUses: (uses, caller) => Promise.all(uses.map((use) => recordUse(use, caller, { commit, ...describing() }))),
    async exportRecords(ask, caller) {
      const to = Math.min(ask.to ?? Number.MAX_SAFE_INTEGER, Math.round(deps.now()) + 1)
      await commit.add(describeExport({ ...ask, to }, caller, describing()))
      return readRecords(store, { ...ask, to })
    },
    countUses: (ask) => readCounts(store, ask),
    healthy: () => !closed && commit.isHealthy(),
    close: async () => {
      if (closed) return
      closed = true
      await upkeep.stop()
      await commit.close()
      await upkeep.sayGoodbye().catch(() => deps.metrics.auditTrouble.inc({ why: 'store' }))
    },
  }
}

function assemble(config: AuditConfig, { store, now, log, metrics }: AuditDeps, instance: string) {
  const troubled = (why: 'store' | 'refused' | 'chain-broken') => metrics.auditTrouble.inc({ why })
  const onBreak = () => {
    troubled('chain-broken')
    log({ event: 'chain-broken', table: 'audit_record' })
  }
  const writer = new ChainWriter(store, { instance, onBreak })
  const checkpoints = new Checkpoints(
    {
      signer: config.signingKey === null ? null : signerFromPem(readSecret(config.signingKey)),
      everyRecords: config.checkpointRecords,
      everyMs: config.checkpointMinutes * MINUTE_MS,
    },
    { db: store, now, announce: ({ seq, link }) => log({ event: 'checkpoint', seq, link: inLetters(link) }) },
  )
  const { gatherMs, mostWaiting, longestWaitSeconds } = config
  const commit = new GroupCommit(
    { gatherMs, mostWaiting, longestWaitMs: longestWaitSeconds * 1000 },
    {
      write: (opens, records) => writer.write(opens, records),
      onWritten: (count) => {
        metrics.auditRecords.inc(count)
        void checkpoints.noteIfDue(writer.end).catch(() => troubled('store'))
      },
      onFailed: troubled,
    },
  )
  const closeOrphan = (record: AuditRecord) => commit.addQuietly(record)
  const onFailed = () => troubled('store')
  const upkeep = new Upkeep(config, { store, now, log, instance, checkpoints, writer, closeOrphan, onFailed })
  return { commit, upkeep }
}

interface CallBook {
  readonly commit: GroupCommit
  readonly instance: string
  readonly now: () => number
}

function openCall(begun: AuditRecord, { commit, instance, now }: CallBook): OpenCall {
  commit.open(begun.id, () => openRow(begun, instance))
  let finished: Promise<void> | null = null
  const write = async (end: CallEnd) => {
    const state = await commit.add(describeEnd(begun, end, Math.round(now())))
    if (state === 'other') throw new AuditError('closed-meanwhile')
  }
  // A call ends once: whoever says so again learns of the first end.
  return { finish: (end) => (finished ??= write(end)) }
}

const STATES = { new: 'recorded', same: 'already', other: 'differs' } as const satisfies Record<WriteState, UsageState>

async function recordUse(
  use: UsageRecord,
  caller: Caller,
  { commit, at, staff }: { readonly commit: GroupCommit; readonly at: number; readonly staff: Staff },
): Promise<UsageState> {
  if (use.happenedAt < at - TAKEN_BACK_MS || use.happenedAt > at + TAKEN_AHEAD_MS) return 'out-of-time'
  const record = describeUse(use, caller, { at, staff })
  // Our own clock is not part of what was said, so that saying it again is the same.
  const said = createHash('sha256')
    .update(JSON.stringify([caller.subject, use]))
    .digest('hex')
  return STATES[await commit.add(record, said)]
}

function staffOf({ staffKey }: AuditConfig): Staff {
  if (staffKey === null) return (subject) => subject
  const key = readSecret(staffKey)
  return (subject) => createHmac('sha256', key).update(subject).digest('hex')
}
