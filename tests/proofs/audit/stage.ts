import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAnchors } from '#proxy/audit/read-anchors.ts'
import { readRecords } from '#proxy/audit/read-records.ts'
import type { ChainedRecord } from '#proxy/audit/record.ts'
import type { VerifyOptions } from '#proxy/audit/verification.ts'
import type { Queryable, Store } from '#proxy/store/store.ts'
import type { BadUpstream } from '#tests/proxy/support/bad-upstream.ts'
import { startProxyStage, type ProxyStage } from '#tests/proxy/support/proxy-stage.ts'
import type { StoreKind, TestStores } from '#tests/proxy/support/stores.ts'
import { chatEvents, errorAnswer, goodAnswer, SSE } from '#tests/proxy/support/upstream-answers.ts'
import { WIDE_LIMITS } from '../support/wide-limits.ts'
import { MARKS } from './actions.ts'

const CHECKPOINT_RECORDS = 50
const HALF_YEAR_MS = 184 * 86_400_000

/** A whole proxy on a store of that kind, and what is needed to check what it wrote. */
export interface AuditStage {
  readonly url: string
  readonly issuer: ProxyStage['issuer']
  readonly store: Store
  records(): Promise<readonly ChainedRecord[]>
  /** What an examiner has in hand: nothing but the database, also the public key, also the log. */
  examiner(has: 'nothing' | 'signature' | 'anchor'): VerifyOptions
  close(): Promise<void>
}

export async function openAuditStage(stores: TestStores, kind: StoreKind): Promise<AuditStage> {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-audit-'))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'audit.pem')
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const stage = await startProxyStage({
    store: await stores.config(kind),
    audit: { signingKey: { file: keyFile }, checkpointRecords: CHECKPOINT_RECORDS },
    limits: WIDE_LIMITS,
  })
  misbehaveWhenAsked(stage.upstream)
  const { store } = stage.proxy.parts
  const key = publicKey.export({ format: 'jwk' }).x ?? ''
  return {
    url: stage.url,
    issuer: stage.issuer,
    store,
    records: () => readAll(store),
    examiner: (has) => ({
      keys: has === 'nothing' ? [] : [key],
      anchors: has === 'anchor' ? readAnchors(stage.lines.join('')) : [],
      mostUnsigned: 4 * CHECKPOINT_RECORDS,
      keptSince: Date.now() - HALF_YEAR_MS,
    }),
    close: async () => {
      await stage.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Follows the words in the prompt, so that many calls can be under way at once. */
function misbehaveWhenAsked(upstream: BadUpstream): void {
  const [first = '', second = '', ...rest] = chatEvents(['Borgeren ', 'er ', 'indkaldt.'])
  upstream.always((seen) => {
    // What was seen is of no use here, and there is a lot of it.
    upstream.seen.length = 0
    if (seen.body.includes(MARKS.cut)) return { headers: SSE, body: [first, second, rest[0] ?? ''], ending: 'rst' }
    if (seen.body.includes(MARKS.fail)) return errorAnswer(400, { code: 'content_filter', message: 'no' })
    if (seen.body.includes(MARKS.hang)) return { headers: SSE, body: [first, second], ending: 'hang' }
    return goodAnswer(seen)
  })
}

async function readAll(db: Queryable): Promise<readonly ChainedRecord[]> {
  const all: ChainedRecord[] = []
  for await (const record of readRecords(db, { from: null, to: null, caseHash: null })) all.push(record)
  return all
}
