import type { CaseRecord } from '#demo/data/case-record.ts'
import { generateCases } from '#demo/data/generate.ts'
import { dialectK, ksdFrame } from '#demo/dialect-k/dialect-k.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { serve } from './exchange.ts'
import { oracle } from './oracle.ts'
import { dialectM } from './server-m.ts'
import { createSessions } from './session.ts'
import { createState } from './state.ts'
import type { State } from './state.ts'
import { DEFAULT_STEERING } from './steering.ts'
import type { Steering } from './steering.ts'

export interface StandInOptions {
  readonly seed: string | number
  readonly today: CalendarDay
  /** Synthetic persons beside the named ones. */
  readonly extra?: number
  /** Serves these instead of generated ones: a proof brings its own. */
  readonly cases?: readonly CaseRecord[]
  /** Ports; 0 or absent takes a free one. */
  readonly portM?: number
  readonly portK?: number
  readonly portOracle?: number
  /** What new browser sessions start with. */
  readonly steering?: Partial<Steering>
  /** Folder of dialect M's built client; absent builds it. */
  readonly clientM?: string
}

export interface StandIn {
  /** `m` and `k` are the dialects' own addresses; `mLoopback` reaches M from tools that do not resolve `*.localhost`. */
  readonly urls: { readonly m: string; readonly k: string; readonly oracle: string; readonly mLoopback: string }
  readonly state: State
  stop(): Promise<void>
}

/** Starts the stand-in: both dialects and the oracle over one state. For the demo, tests and proofs. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const state = createState(options.cases ?? generateCases(options), options.today)
  const steering = { ...DEFAULT_STEERING, ...options.steering }
  const folder = options.clientM ?? (await buildClient(options.seed))
  const m = await serve(options.portM ?? 0, dialectM(state, createSessions(steering), folder))
  const frame = await serve(0, ksdFrame(state))
  const k = await serve(options.portK ?? 0, dialectK(state, createSessions(steering), `http://127.0.0.1:${frame.port}`))
  const urls = {
    m: `http://kobenhavn.localhost:${m.port}`,
    k: `http://localhost:${k.port}/kobenhavn`,
    mLoopback: `http://127.0.0.1:${m.port}`,
  }
  const truth = await serve(options.portOracle ?? 0, oracle(state, urls))
  return {
    urls: { ...urls, oracle: `http://127.0.0.1:${truth.port}` },
    state,
    stop: async () => {
      await Promise.all([m, k, frame, truth].map((server) => server.stop()))
    },
  }
}

/** Loaded only when needed: the bundler is large. */
async function buildClient(seed: string | number): Promise<string> {
  const { buildDialectM } = await import('#demo/dialect-m/build.ts')
  return buildDialectM({ seed })
}
