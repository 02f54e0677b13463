import { START, step as right } from '#utils/page/watch-model.ts'
import type { Violation } from './judge.ts'
import { walk } from './walk.ts'
import type { StepFunction } from './watcher.ts'
import type { WorldOptions } from './world.ts'

/** A watcher or a panel with one thing wrong, and what of it the checks must see. */
interface Fault {
  readonly name: string
  readonly shows: readonly Violation[]
  readonly world: Partial<Omit<WorldOptions, 'random'>>
}

const AWAY = new Set(['pagehide', 'expired'])

const FAULTS: readonly Fault[] = [
  {
    name: 'forgets to purge when the page is another',
    shows: ['old case still shown', 'view of a case that is not on screen'],
    world: {
      step: (config, state, event) =>
        event.type === 'look' && state.open && event.look.identity.cpr !== state.open.identity.cpr
          ? { state, effects: [] }
          : right(config, state, event),
    },
  },
  { name: 'purges too late', shows: ['old case still shown'], world: { step: right, announceLate: 180 } },
  {
    name: 'lets a late reading land in whatever is open',
    shows: ['text of another case in a view'],
    world: { step: belated },
  },
  {
    name: 'does not wait for the page to settle',
    shows: ['shown before it settled'],
    world: {
      step: (config, state, event) =>
        right(
          config,
          state.candidate && state.phase === 'settling'
            ? { ...state, candidate: { ...state.candidate, since: state.candidate.since - 500 } }
            : state,
          event,
        ),
    },
  },
  { name: 'believes panels of the citizen before', shows: ['text of another case in a view'], world: { step: credulous } },
  {
    name: 'keeps the case while logged out',
    shows: ['old case still shown', 'view of a case that is not on screen'],
    world: {
      step: (config, state, event) =>
        right(
          config,
          state,
          event.type === 'look' && event.look.condition === 'logged-out'
            ? { ...event, look: { ...event.look, condition: 'ready' } }
            : event,
        ),
    },
  },
  {
    name: 'keeps facts in memory after the case has gone',
    shows: ['old case still held'],
    world: { step: hoards },
  },
  {
    name: 'never opens anything',
    shows: ['never opened'],
    world: {
      step: (config, state, event) =>
        AWAY.has(event.type) ? right(config, state, event) : { state: { ...START, phase: 'settling' }, effects: [] },
    },
  },
  { name: 'lets an answer land in another case', shows: ['late answer landed'], world: { step: right, panel: { landsAnything: true } } },
  {
    name: 'leaves the panel on the tab it was opened in',
    shows: ['panel shows another tab or case'],
    world: { step: right, panel: { keepsTab: true } },
  },
]

const WALKS = 8

/** Walks with each fault in turn; gives the names of those that no check saw. */
export function unseenFaults(seed: number, steps = 1500): { readonly planted: number; readonly unseen: readonly string[] } {
  const unseen = FAULTS.filter(
    (fault) => !Array.from({ length: WALKS }, (_, index) => seed + index * 7919).some((start) => isSeen(fault, start, steps)),
  )
  return { planted: FAULTS.length, unseen: unseen.map(({ name }) => name) }
}

function isSeen({ world, shows }: Fault, seed: number, steps: number): boolean {
  const { findings } = walk({ seed, steps, step: right, ...world })
  return shows.some((violation) => findings.counts.has(violation))
}

function credulous(...[config, state, event]: Parameters<StepFunction>): ReturnType<StepFunction> {
  return right(config, { ...state, hurried: false, stale: START.stale }, event)
}

/** Takes every reading for one of the case that is open now; the doubts about panels would catch it, so they are off too. */
function belated(...[config, state, event]: Parameters<StepFunction>): ReturnType<StepFunction> {
  if (event.type !== 'read' || !state.open || event.epoch === state.epoch) return right(config, state, event)
  const { citizenId, cpr, name, caseId } = state.open.identity
  const identity = { ...event.reading.identity, citizenId, cpr, name, caseId, confirmed: true, disagreement: false }
  return credulous(config, state, { ...event, epoch: state.epoch, reading: { ...event.reading, identity, pageKind: state.pageKind ?? '' } })
}

function hoards(...[config, state, event]: Parameters<StepFunction>): ReturnType<StepFunction> {
  const next = right(config, state, event)
  const kept = state.memory ?? state.parked?.memory
  if (next.state.memory || !kept) return next
  return {
    ...next,
    state: { ...next.state, parked: { key: 'hoard', memory: kept, at: event.at, ids: { citizenId: null, cpr: null, caseId: null } } },
  }
}
