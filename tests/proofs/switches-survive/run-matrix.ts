import type { LogPage } from '#proxy/contract/guidance.ts'
import type { ProxyProcess } from '#tests/proxy/support/start-proxy.ts'
import type { TokenOptions } from '#tests/proxy/support/key-issuer.ts'
import type { StoreKind } from '#tests/proxy/support/stores.ts'
import { ACTIONS, ROLES, type Action, type Ready } from './role-matrix.ts'
import type { Stage } from './stage.ts'

const DAY_MS = 86_400_000
const person = (subject: string, role: 'caseworker' | 'supervisor' | 'administrator', unit: string): TokenOptions => ({
  subject,
  roles: [role],
  unit: `unit-${unit}`,
})

const CALLERS: Readonly<Record<(typeof ROLES)[number], TokenOptions | null>> = {
  nobody: null,
  caseworker: person('sagsbehandler', 'caseworker', 'north'),
  supervisor: person('leder', 'supervisor', 'north'),
  'supervisor of another unit': person('leder-syd', 'supervisor', 'south'),
  administrator: person('administrator', 'administrator', 'north'),
}
/** Makes ready what an action needs; never the one who acts, unless it is to be their own. */
const HELPER = person('en-anden-administrator', 'administrator', 'north')
const READER = person('revisor', 'administrator', 'north')

export interface Cell {
  readonly role: string
  readonly action: string
  readonly expected: number
  readonly got: number
  /** Whether a line was written: exactly when the answer says so. */
  readonly wrote: boolean
}

/** Every action by every role, against a proxy of its own: one without and one with a second approver. */
export async function runMatrix(stage: Stage, kind: StoreKind): Promise<readonly Cell[]> {
  const open = await stage.start(await stage.newStore(kind))
  const strict = await stage.start(await stage.newStore(kind), { secondApprover: 'always' })
  try {
    const cells: Cell[] = []
    for (const action of ACTIONS) {
      const proxy = action.ready === 'own proposal' || action.ready === 'proposal in north' ? strict : open
      for (const [index, role] of ROLES.entries()) {
        const expected = action.expected[index] ?? 0
        cells.push({ role, action: action.name, expected, ...(await act(stage, proxy, { action, role })) })
      }
    }
    return cells
  } finally {
    await open.close()
    await strict.close()
  }
}

type Attempt = { readonly action: Action; readonly role: (typeof ROLES)[number] }

async function act(stage: Stage, proxy: ProxyProcess, { action, role }: Attempt): Promise<{ got: number; wrote: boolean }> {
  const as = CALLERS[role]
  const old = await etagFor(stage, proxy, as)
  const entry = action.ready === undefined ? 0 : await makeReady(stage, proxy, { ready: action.ready, as })
  const etag = action.ifMatch === 'old' ? old : await etagFor(stage, proxy, as)
  const before = await lines(stage, proxy)
  const answer = await stage.ask(proxy, action.path.replace('{entry}', String(entry)), {
    method: action.method,
    as,
    ...(action.method === 'GET' || action.ifMatch === 'none' ? {} : { ifMatch: etag }),
    ...(action.body === undefined ? {} : { body: withDates(action.body) }),
  })
  return { got: answer?.status ?? 0, wrote: (await lines(stage, proxy)) > before }
}

async function makeReady(stage: Stage, proxy: ProxyProcess, { ready, as }: { ready: Ready; as: TokenOptions | null }): Promise<number> {
  const mayPropose = as?.roles?.some((role) => role !== 'caseworker') === true
  const maker = ready === 'own proposal' && mayPropose && as !== null ? as : HELPER
  const unit = { 'entry in south': 'south', 'entry for all': '*' }[ready as string]
  const body = { on: false, reason: 'Gjort klar til afprøvningen', ...(unit === undefined ? {} : { unit }) }
  const ask = { method: 'PUT' as const, as: maker, ifMatch: await etagFor(stage, proxy, maker), body }
  const answer = await stage.ask(proxy, '/v1/guidance/switches/rule:prepared', ask)
  const { entry } = (answer?.body ?? {}) as { entry?: number }
  if (entry === undefined) throw new Error(`${ready} could not be made ready: ${answer?.status}`)
  return entry
}

/** What somebody who has just looked would send. Those who may not look send what another saw. */
async function etagFor(stage: Stage, proxy: ProxyProcess, as: TokenOptions | null): Promise<string> {
  const path = as?.roles?.includes('administrator') === true ? '/v1/guidance/log?limit=500' : '/v1/guidance'
  const answer = await stage.ask(proxy, path, { as: as ?? HELPER })
  return answer?.etag ?? ''
}

async function lines(stage: Stage, proxy: ProxyProcess): Promise<number> {
  const answer = await stage.ask(proxy, '/v1/guidance/log?limit=500', { as: READER })
  return (answer?.body as LogPage | undefined)?.entries.length ?? -1
}

function withDates(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const text = JSON.stringify(body).replaceAll(/\{in (\d) days\}/g, (_found, days: string) => dayAfter(Number(days)))
  return JSON.parse(text) as Readonly<Record<string, unknown>>
}

/** The cells that are not as the table says: another status, or a line that was written when it was refused. */
export function wrongCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter(({ action, expected, got, wrote }) => got !== expected || wrote !== (got === 200 && !action.startsWith('read ')))
}
