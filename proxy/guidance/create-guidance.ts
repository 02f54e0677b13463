import { seal, type Signer } from '../../utils/guidance/signed/envelope.ts'
import { hasCpr } from '../../utils/privacy/has-cpr.ts'
import { readSecret } from '../config/secret.ts'
import type { Caller } from '../auth/caller.ts'
import { ALL_UNITS, NEVER_OFF, type ChangeAnswer, type LogEntry, type LogVerification } from '../contract/guidance.ts'
import { reasonProblem, type ChangeRules } from './change-rules.ts'
import { danishClock } from './danish-clock.ts'
import { judgeChange, judgeDecision, type Desk, type Judged } from './decide-entry.ts'
import type { Answered, Guidance, LogAsk } from './guidance.ts'
import type { GuidanceConfig } from './guidance-config.ts'
import { etagAt } from './if-match.ts'
import { createKillSwitch } from './kill-switch.ts'
import { checkChain, type KnownKey } from './log-chain.ts'
import { LocalRules, type LocalRulesDeps } from './local-rules.ts'
import { linkEntry } from './log-entry.ts'
import { append, lockForAppend, readAfter, readPage } from './log-table.ts'
import { oneByOne } from './one-by-one.ts'
import { maySee } from './permissions.ts'
import { Replica, type ReplicaDeps } from './replica.ts'
import { loadServedPacks } from './served-packs.ts'
import { signerFromPem } from './signing-key.ts'
import { switchboardOf } from './switchboard.ts'
import { unitAnswers } from './unit-answers.ts'

export interface GuidanceDeps extends ReplicaDeps {
  /** The municipality's number, as the sign-in is set up with: what is signed is for it alone. */
  readonly municipality: string
}

/** Reads packs and log, checks both, and follows the log. @throws when a pack or the log is not what it should be. */
export async function createGuidance(config: GuidanceConfig, deps: GuidanceDeps): Promise<Guidance> {
  const signer = config.signingKey === null ? null : signerFromPem(readSecret(config.signingKey))
  const keys = [...(signer === null ? [] : [{ key: signer.key, lastEntry: null }]), ...config.otherKeys]
  const source = {
    folder: config.packs,
    publisherKeys: config.publisherKeys,
    ownKeys: keys.filter(({ lastEntry }) => lastEntry === null).map(({ key }) => key),
    municipality: deps.municipality,
  }
  const { served: packs, coming } = await loadServedPacks(source, deps.store, deps.now())
  const replica = new Replica(deps, { keys, pollSeconds: config.pollSeconds })
  await replica.start()
  const { book } = replica
  const today = danishClock(deps.now)
  const locked: readonly string[] = [...NEVER_OFF, ...config.locked.map((rule) => `rule:${rule}`)]
  const { secondApprover, shortestReason, validDays } = config
  const { municipality } = deps
  const rules: ChangeRules = { locked: new Set(locked), secondApprover, shortestReason, holdsCpr: hasCpr }
  const localRules = await startLocalRules({ ...deps, signer, keys: source.ownKeys, pollSeconds: config.pollSeconds, rules })
  const served = () => [...packs, ...localRules.served()]
  const write = writer({ deps, replica, signer, desk: () => ({ book, rules, today: today(), at: new Date(deps.now()).toISOString() }) })

  return {
    killSwitch: createKillSwitch(replica, deps),
    localRules,
    answerFor: unitAnswers({ book, packs: served, coming, signer, municipality, locked, validDays, now: deps.now, today }),
    switchboard: (caller, unit = caller.unit) =>
      maySee(caller, unit)
        ? { ok: true, ...switchboardOf({ book, unit, today: today(), locked, municipality, config }) }
        : { ok: false, code: 'not-allowed' },
    change: async (wish, switchId, change) => write((desk) => judgeChange(wish, { ...change, switchId }, desk)),
    decide: async (wish, decision) => write((desk) => judgeDecision(wish, decision, desk)),
    log: async (caller, ask) => readLog(deps, caller, ask),
    verifyLog: async () => verifyLog(deps, replica, { keys, signer }),
    close: async () => {
      await localRules.close()
      await replica.close()
    },
  }
}

async function startLocalRules({
  rules,
  ...parts
}: Omit<LocalRulesDeps, 'reasonProblem'> & { readonly rules: ChangeRules }): Promise<LocalRules> {
  const localRules = new LocalRules({ ...parts, reasonProblem: (reason) => reasonProblem(reason, rules) })
  await localRules.start()
  return localRules
}

interface WriterParts {
  readonly deps: GuidanceDeps
  readonly replica: Replica
  readonly signer: Signer | null
  readonly desk: () => Desk
}

/** One writer at a time in all replicas: what a wish is judged by is what the line is added to. */
function writer({ deps, replica, signer, desk }: WriterParts) {
  return oneByOne(async (judge: (desk: Desk) => Judged): Promise<Answered<ChangeAnswer>> => {
    const done = await deps.store.transaction<Judged & { readonly line?: LogEntry }>(async (tx) => {
      await lockForAppend(tx)
      await replica.catchUp(tx)
      const judged = judge(desk())
      if (!judged.ok) return judged
      if (signer === null && !(judged.content.switch === 'model-use' && !replica.end.signed)) return { ok: false, code: 'no-signing-key' }
      const line = linkEntry(judged.content, replica.end, signer)
      await append(tx, line)
      return { ...judged, line }
    })
    if (!done.ok) return done
    // Now on disk: this replica shows it at once, the others when they next ask.
    await replica.catchUp(deps.store)
    const entry = done.line?.entry ?? 0
    return { ok: true, entry, state: stateOf(done.content.action), etag: etagAt(entry, 'change') }
  })
}

function stateOf(action: LogEntry['action']): ChangeAnswer['state'] {
  if (action === 'reject') return 'rejected'
  return action === 'propose' || action === 'propose-undo' ? 'proposed' : 'in-effect'
}

async function readLog({ store }: GuidanceDeps, caller: Caller, ask: LogAsk): ReturnType<Guidance['log']> {
  const unit = ask.unit ?? (caller.roles.has('administrator') ? null : caller.unit)
  if (unit !== null && !maySee(caller, unit)) return { ok: false, code: 'not-allowed' }
  const units = unit === null ? null : [unit, ALL_UNITS]
  const entries = await readPage(store, { after: ask.after, limit: ask.limit, units })
  const last = entries.at(-1)?.entry ?? ask.after
  return { ok: true, etag: etagAt(last, 'log'), page: { entries, next: entries.length < ask.limit ? null : last } }
}

/** Reads and reckons the whole chain anew, and holds it against what this process has seen before. */
async function verifyLog(
  { store }: GuidanceDeps,
  replica: Replica,
  { keys, signer }: { readonly keys: readonly KnownKey[]; readonly signer: Signer | null },
): Promise<LogVerification> {
  const seen = replica.end
  const entries = await readAfter(store, 0)
  const check = checkChain(entries, keys)
  if (!check.intact) return { intact: false, entries: entries.length, broken: check.broken, head: null }
  // Lines that were there and are gone, or were all written anew.
  if (seen.entry > 0 && entries[seen.entry - 1]?.hash !== seen.hash)
    return { intact: false, entries: entries.length, broken: Math.min(entries.length + 1, seen.entry), head: null }
  const { entry, hash } = check.end
  const head = signer === null || entry === 0 ? null : seal('log-head', { entry, hash }, signer)
  return { intact: true, entries: entries.length, broken: null, head }
}
