/**
 * `npm run proxy:audit -- --config FIL [--log FIL] [--key NØGLE]…`: reads the whole record of use and reckons its chain
 * anew. `--log`: the proxy's own log, kept elsewhere; its checkpoints must be in the chain. `--key`: a public key that
 * checkpoints may be signed with, for who has not the private one. `--folder` instead of `--config`: an embedded store.
 * Exit 0 the chain holds, 1 it does not, 2 it could not be read.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { auditConfig, SHORTEST_DAYS, type AuditConfig } from './audit/audit-config.ts'
import { readAnchors } from './audit/read-anchors.ts'
import { FAULT_TEXTS } from './audit/fault-texts.ts'
import type { Verification } from './audit/verification.ts'
import { verifyChain } from './audit/verify.ts'
import { loadConfig } from './config/load-config.ts'
import { readSecret } from './config/secret.ts'
import { signerFromPem } from './guidance/signing-key.ts'
import { createStore } from './store/create-store.ts'
import { storeConfig, type StoreConfig } from './store/store-config.ts'

const USAGE = 'Brug: node proxy/audit-check.ts --config FIL | --folder MAPPE [--log FIL] [--key NØGLE]'
const DAY_MS = 86_400_000
const SHOWN = 20
/** Several replicas sign each for itself, and a batch may be under way. */
const REPLICAS = 5

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Fortegnelsen kunne ikke læses.'}\n`)
  process.exitCode = 2
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      folder: { type: 'string' },
      log: { type: 'string' },
      key: { type: 'string', multiple: true, default: [] },
    },
  })
  const { store: where, audit } = configured(values)
  const store = await createStore(where, { log: () => {} })
  try {
    const verification = await verifyChain(store, {
      keys: [...values.key, ...keysOf(audit)],
      mostUnsigned: audit.checkpointRecords * REPLICAS,
      anchors: values.log === undefined ? [] : readAnchors(readFileSync(values.log, 'utf8')),
      keptSince: Date.now() - SHORTEST_DAYS * DAY_MS,
    })
    return report(verification)
  } finally {
    await store.close()
  }
}

function configured({ config, folder }: { readonly config?: string | undefined; readonly folder?: string | undefined }): {
  readonly store: StoreConfig
  readonly audit: AuditConfig
} {
  if (config !== undefined) {
    const { store, audit } = loadConfig(config)
    // Whoever checks changes nothing, not even the schema.
    return { store: store.kind === 'postgres' ? { ...store, migrations: 'check' } : store, audit }
  }
  if (folder === undefined) throw new Error(USAGE)
  return { store: storeConfig.parse({ kind: 'pglite', folder }), audit: auditConfig.parse({}) }
}

function keysOf({ signingKey, earlierKeys }: AuditConfig): readonly string[] {
  return signingKey === null ? earlierKeys : [signerFromPem(readSecret(signingKey)).key, ...earlierKeys]
}

function report({ records, checkpoints, end, faults }: Verification): number {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`Poster: ${records}. Kontrolpunkter: ${checkpoints}. Kæden ender ved nr. ${end.seq}: ${end.link}`)
  for (const { kind, seq } of faults.slice(0, SHOWN)) say(`Nr. ${seq}: ${FAULT_TEXTS[kind]}`)
  if (faults.length > SHOWN) say(`… og ${faults.length - SHOWN} mere`)
  say(faults.length === 0 ? 'Kæden holder.' : 'Kæden holder ikke.')
  return faults.length === 0 ? 0 : 1
}
