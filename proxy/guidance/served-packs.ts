import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromInstant } from '../../utils/guidance/signed/instant.ts'
import type { PinnedKeys } from '../../utils/guidance/signed/open-envelope.ts'
import { verifyPack, type VerifiedPack } from '../../utils/guidance/signed/verify-pack.ts'
import type { GuidanceAnswer } from '../contract/guidance.ts'
import type { Store } from '../store/store.ts'

export type ServedPack = GuidanceAnswer['packs'][number]

export interface PackSource {
  /** `null`: no packs, the extension uses the one it was built with. */
  readonly folder: string | null
  readonly publisherKeys: readonly string[]
  /** The municipality's keys that are in use, for its own rules. */
  readonly ownKeys: readonly string[]
  readonly municipality: string
}

export interface LoadedPacks {
  readonly served: readonly ServedPack[]
  /** Not begun yet. */
  readonly coming: readonly ServedPack[]
}

type Checked = { readonly served: ServedPack; readonly verified: VerifiedPack }

/**
 * Reads and verifies the packs to serve. One that is not right, or older than one that was served before, stops the start:
 * it is better to see that when deploying than to have every extension refuse it. One that has run out is left out; one of the
 * publisher's that has not begun is shown as coming.
 */
export async function loadServedPacks(source: PackSource, store: Store, now: number): Promise<LoadedPacks> {
  const { folder } = source
  if (folder === null) return { served: [], coming: [] }
  const newest = await newestServed(store)
  const files = readdirSync(folder).filter((name) => name.endsWith('.signed.json'))
  const checked: Checked[] = []
  for (const file of files.sort()) {
    const text = readFileSync(join(folder, file), 'utf8')
    const pack = await checkPack({ file, text }, source, { newest, now })
    if (pack !== null) checked.push(pack)
  }
  const begun = checked.filter(({ verified }) => fromInstant(verified.validFrom) <= now)
  const coming = checked.filter((one) => !begun.includes(one) && one.served.kind === 'rule-pack').map(({ served }) => served)
  const ids = begun.map(({ served }) => served.id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`Two files in ${folder} hold the pack ${twice}`)
  for (const { served } of begun) await remember(served, store, now)
  return { served: begun.map(({ served }) => served), coming }
}

async function checkPack(
  { file, text }: { readonly file: string; readonly text: string },
  source: PackSource,
  { newest, now }: { readonly newest: Readonly<Record<string, number>>; readonly now: number },
): Promise<Checked | null> {
  const ask = { tenant: source.municipality, appVersion: null, now, newest, early: true }
  let kind: ServedPack['kind'] = 'rule-pack'
  let verdict = await verifyPack(text, { ...ask, kind, keys: pinned(source.publisherKeys) })
  if (!verdict.ok && verdict.code === 'wrong-kind') {
    kind = 'local-rules'
    verdict = await verifyPack(text, { ...ask, kind, keys: pinned(source.ownKeys) })
  }
  if (verdict.ok) {
    const { verified } = verdict
    return { verified, served: { kind, id: verified.pack.id, serial: verified.serial, signed: text } }
  }
  if (verdict.code === 'expired') return null
  throw new Error(`The pack in ${file} cannot be served: ${verdict.code}`)
}

/** As the extension pins them: the one in use and the one that takes over. */
function pinned([first, second]: readonly string[]): PinnedKeys {
  if (first === undefined) return []
  return second === undefined ? [first] : [first, second]
}

async function newestServed(store: Store): Promise<Readonly<Record<string, number>>> {
  const rows = await store.query<{ id: string; serial: number }>('SELECT id, max(serial) AS serial FROM guidance_pack GROUP BY id')
  return Object.fromEntries(rows.map(({ id, serial }) => [id, serial]))
}

async function remember({ id, serial, signed }: ServedPack, store: Store, now: number): Promise<void> {
  const digest = createHash('sha256').update(signed).digest('hex')
  await store.query('INSERT INTO guidance_pack (id, serial, digest, first_served) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    id,
    serial,
    digest,
    new Date(now).toISOString(),
  ])
  const [row] = await store.query<{ digest: string }>('SELECT digest FROM guidance_pack WHERE id = $1 AND serial = $2', [id, serial])
  if (row?.digest !== digest) throw new Error(`The pack ${id} was served before with the serial ${serial} and other content`)
}
