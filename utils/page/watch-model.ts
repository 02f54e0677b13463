// oxlint-disable max-lines -- One machine: its states and what leads between them are read together.
import { forgetOld, NO_MEMORY, remember } from './case-memory.ts'
import {
  confirmedIdentity,
  contradicts,
  glimpsesOf,
  idHashes,
  isCoherent,
  keyOfIdentity,
  othersPassed,
  pairOf,
  settleTime,
} from './candidate.ts'
import { changedMeanwhile, moreDirty, neverRead, readAgain } from './dirty.ts'
import { pageStateOf } from './page-state.ts'
import { citizenChanged, doubtfulBlocks, NO_STALE, noteReading, passingBy, rerendered, stillStale } from './stale-panels.ts'
import { BROKEN, MAX_WAIT, PARKED, QUIET, STALE } from './watch-types.ts'
import type { Candidate, Look, Phase, WatchConfig, WatchEffect, WatchEvent, WatchState } from './watch-types.ts'

/**
 * The page watcher as a pure machine: events in, state and effects out, no clock and no page of its own. Its one promise:
 * nothing of one citizen is ever held or shown under another.
 */
export interface Step {
  readonly state: WatchState
  readonly effects: readonly WatchEffect[]
}

export const START: WatchState = {
  phase: 'settling',
  pageKind: null,
  epoch: 0,
  candidate: null,
  open: null,
  memory: null,
  parked: null,
  pairs: [],
  last: null,
  hurried: false,
  passed: [],
  named: [],
  own: [],
  stale: NO_STALE,
  dirty: null,
  unread: [],
  reading: false,
  began: 0,
  readOnce: false,
  brokenSince: null,
  missing: [],
}

/** Where to start on a page that has moved on since a case was first recognised on it: someone may have passed by whom nobody saw. */
export function startAfterMove(at: number): WatchState {
  return { ...START, hurried: true, stale: passingBy(NO_STALE, at) }
}

const MAX_PAIRS = 200

/** One step of the watcher. */
export function step(config: WatchConfig, state: WatchState, event: WatchEvent): Step {
  if (state.phase === 'stopped') return { state, effects: [] }
  const next = stepBy(config, state, event)
  return announced(config, state, next)
}

function stepBy(config: WatchConfig, state: WatchState, event: WatchEvent): Step {
  switch (event.type) {
    case 'look':
      return onLook(state, event.look, event.at, config)
    case 'mutated':
      return onMutated(state, event.blocks, event.at)
    case 'read':
      return onRead(state, event)
    case 'route':
      return { state, effects: [{ type: 'look' }] }
    // Behind other tabs timers sleep and a page may have been elsewhere and back: what waits begins to wait anew.
    case 'visibility':
      return event.visible ? { state: { ...state, candidate: null }, effects: [{ type: 'look' }] } : { state, effects: [] }
    case 'pagehide':
      return leave(state, 'away', event.at)
    case 'pageshow':
      return onShow(state, event.at)
    case 'expired':
      return leave(state, 'logged-out', event.at)
    case 'invalidated':
      return withEffect(leave(state, 'stopped', event.at), { type: 'stop' })
    case 'tick':
      return onTick(state, event)
  }
}

/** Adds the announcement when what users see has changed. */
function announced(config: WatchConfig, before: WatchState, { state, effects }: Step): Step {
  const isSame =
    before.phase === state.phase &&
    before.memory === state.memory &&
    before.open === state.open &&
    before.missing === state.missing &&
    before.pageKind === state.pageKind
  return isSame ? { state, effects } : { state, effects: [...effects, { type: 'announce', state: pageStateOf(config, state) }] }
}

function withEffect(result: Step, effect: WatchEffect): Step {
  return { state: result.state, effects: [...result.effects, effect] }
}

/** Drops the case. Its facts may wait, unseen, for the very same case, as long as nothing on the page speaks against it. */
function drop(state: WatchState, at: number, look: Look | null): Step {
  const unread = neverRead(state)
  const changed: WatchState = {
    ...state,
    epoch: state.epoch + 1,
    candidate: null,
    open: null,
    memory: null,
    dirty: null,
    reading: false,
    readOnce: false,
    brokenSince: null,
    missing: [],
    parked: look ? stillParked(state, look, at) : null,
    hurried: state.hurried || unread === null,
    unread: [],
    stale: state.open ? citizenChanged(state.stale, at, unread ?? []) : state.stale,
  }
  return { state: changed, effects: state.open || state.candidate ? [{ type: 'purge' }] : [] }
}

function stillParked(state: WatchState, look: Look, at: number): WatchState['parked'] {
  const parked =
    state.open && state.memory ? { key: state.open.key, memory: state.memory, at, ids: idHashes(state.open.identity) } : state.parked
  return parked && !look.identity.disagreement && !contradicts(parked.ids, idHashes(look.identity)) ? parked : null
}

function leave(state: WatchState, phase: Phase, at: number): Step {
  const dropped = drop(state, at, null)
  return { state: { ...dropped.state, phase, pageKind: null, named: [] }, effects: dropped.effects }
}

function onShow(state: WatchState, at: number): Step {
  const left = leave(state, 'settling', at)
  return withEffect(left, { type: 'look' })
}

const PHASE_OF: Readonly<Record<string, Phase>> = { 'logged-out': 'logged-out', 'no-access': 'no-access' }

function onLook(state: WatchState, look: Look, at: number, config: WatchConfig): Step {
  if (state.phase === 'away') return { state, effects: [] }
  if (look.pageKind === null) return leave(state, 'unknown', at)
  const phase = PHASE_OF[look.condition]
  if (phase) return leave(notePassing(state, look.identity.glimpsed, { at, stays: () => false }), phase, at)
  if (look.citizens !== 'single') return onPage(leave(state, look.citizens, at), look.pageKind)
  return onCitizenPage(state, look, at, config)
}

function onPage(result: Step, pageKind: string): Step {
  return { state: { ...result.state, pageKind }, effects: result.effects }
}

// oxlint-disable-next-line complexity -- One decision, in the order a person would make it.
function onCitizenPage(before: WatchState, look: Look, at: number, config: WatchConfig): Step {
  const identity = confirmedIdentity(look.identity)
  const back = identity !== null && before.open === null && isCoherent(before, { identity, linked: look.identity.linked })
  // Whose page has been read is named for a while as it gives way to another; named again later, it shows what nobody has read.
  const shown = look.identity.glimpsed
  const reloads = shown.every((value) => before.own.includes(value)) && !before.own.every((value) => shown.includes(value))
  const stays = (value: string) => !back && !reloads && before.own.includes(value) && before.named.includes(value)
  const state = notePassing(before, shown, { at, stays })
  if (!identity) return unsettle(state, look, at)
  const key = keyOfIdentity(identity)
  if (state.open?.key === key) return stillOpen(state, look, at)
  const linked = look.identity.linked
  if (!isCoherent(state, { identity, linked })) return unsettle(state, look, at)
  const since = state.candidate?.key === key ? state.candidate.since : at
  const candidate: Candidate = { key, identity, linked, since }
  const base = since === at ? unsettle(state, look, at) : { state, effects: [] }
  const hurried = base.state.hurried || othersPassed(base.state, identity)
  const waiting: WatchState = { ...base.state, candidate, hurried, pageKind: look.pageKind, phase: 'settling' }
  const ready = since + settleTime(waiting, candidate)
  if (at < ready) return withEffect({ state: waiting, effects: base.effects }, { type: 'wake', at: ready })
  return confirm(waiting, candidate, { at, effects: base.effects, config })
}

/** In doubt: nothing is shown until a citizen has been confirmed again. */
function unsettle(state: WatchState, look: Look, at: number): Step {
  const keyBefore = state.open?.key ?? state.candidate?.key ?? null
  const dropped = drop(state, at, look)
  const next: WatchState = { ...dropped.state, phase: 'settling', pageKind: look.pageKind }
  const wake: WatchEffect[] = keyBefore === null ? [] : [{ type: 'wake', at: at + QUIET }]
  return { state: next, effects: [...dropped.effects, ...wake] }
}

const MAX_PASSED = 24

/** Keeps, hashed, whom the page has named since a case was open, confirmed or not: their panels may be on it. */
function notePassing(
  state: WatchState,
  glimpsed: readonly string[],
  { at, stays }: { at: number; stays: (value: string) => boolean },
): WatchState {
  const named = [...new Set(glimpsed)]
  const fresh = named.filter((value) => !state.passed.includes(value) && !stays(value))
  const isSame = named.length === state.named.length && named.every((value) => state.named.includes(value))
  if (isSame && fresh.length === 0) return state
  return {
    ...state,
    named,
    passed: [...state.passed, ...fresh].slice(-MAX_PASSED),
    stale: state.open ? state.stale : passingBy(state.stale, at),
  }
}

interface Confirming {
  readonly at: number
  readonly effects: readonly WatchEffect[]
  readonly config: WatchConfig
}

function confirm(state: WatchState, candidate: Candidate, { at, effects, config }: Confirming): Step {
  const epoch = state.epoch + 1
  const pair = pairOf(candidate.identity)
  const parked = state.parked?.key === candidate.key && at - state.parked.at <= PARKED ? state.parked.memory : NO_MEMORY
  const next: WatchState = {
    ...state,
    phase: 'open',
    epoch,
    candidate: null,
    memory: parked,
    parked: null,
    last: pair,
    passed: [],
    own: glimpsesOf(candidate.identity),
    open: { key: candidate.key, identity: candidate.identity, token: `${config.seed}-${epoch}`, since: at },
    pairs: [...state.pairs.filter((known) => known.citizenId !== pair.citizenId), pair].slice(-MAX_PAIRS),
    dirty: null,
    unread: [],
    reading: true,
    began: at,
    readOnce: false,
    brokenSince: null,
    missing: [],
  }
  return { state: next, effects: [...effects, { type: 'read', epoch }] }
}

/** The same case still. A new screen, or changes that have come to rest, are read. */
function stillOpen(state: WatchState, look: Look, at: number): Step {
  const moved = state.pageKind !== look.pageKind
  const base: WatchState = moved
    ? {
        ...state,
        pageKind: look.pageKind,
        readOnce: false,
        brokenSince: null,
        dirty: { since: at, latest: at, blocks: null },
        stale: stillStale(state.stale, at),
      }
    : state
  return readWhenQuiet(base, at, look.condition === 'busy')
}

function readWhenQuiet(state: WatchState, at: number, busy: boolean): Step {
  if (!state.dirty || !state.open) return { state, effects: [] }
  const ready = Math.min(state.dirty.latest + QUIET, state.dirty.since + MAX_WAIT)
  if (state.reading || busy || at < ready) return { state, effects: [{ type: 'wake', at: Math.max(ready, at + QUIET) }] }
  return {
    state: { ...state, dirty: null, unread: state.dirty.blocks, reading: true, began: at },
    effects: [{ type: 'read', epoch: state.epoch }],
  }
}

function onMutated(state: WatchState, blocks: readonly string[] | null, at: number): Step {
  const stale = blocks && state.stale.switched ? rerendered(state.stale, blocks) : state.stale
  const next: WatchState = { ...state, stale, dirty: moreDirty(state.dirty, blocks, at) }
  return state.dirty ? { state: next, effects: [] } : { state: next, effects: [{ type: 'wake', at: at + QUIET }] }
}

function onRead(state: WatchState, event: Extract<WatchEvent, { type: 'read' }>): Step {
  if (event.epoch !== state.epoch || !state.open) return { state, effects: [] }
  const { reading, at } = event
  const look: Look = { pageKind: reading.pageKind, citizens: reading.citizens, condition: reading.condition, identity: reading.identity }
  const identity = confirmedIdentity(reading.identity)
  if (reading.condition === 'busy')
    return { state: { ...state, reading: false, dirty: readAgain(state, at) }, effects: [{ type: 'wake', at: at + QUIET }] }
  if (!identity || keyOfIdentity(identity) !== state.open.key || reading.condition !== 'ready')
    return withEffect(unsettle(state, look, at), { type: 'look' })
  if (reading.pageKind !== state.pageKind)
    return { state: { ...state, reading: false, dirty: readAgain(state, at) }, effects: [{ type: 'look' }] }
  return reading.missingCanaries.length > 0 ? lacking(state, event) : accepted(state, event, state.open.key)
}

/** Landmarks are missing: still loading, or the profile is of another version of the page. */
function lacking(state: WatchState, { reading, at }: Extract<WatchEvent, { type: 'read' }>): Step {
  const loading = reading.notRead.some(({ why }) => why === 'loading')
  const brokenSince = loading ? null : (state.brokenSince ?? at)
  if (brokenSince !== null && at - brokenSince >= BROKEN) {
    const dropped = drop(state, at, null)
    return {
      state: { ...dropped.state, phase: 'broken', missing: reading.missingCanaries, pageKind: state.pageKind },
      effects: dropped.effects,
    }
  }
  const again: WatchState = { ...state, reading: false, brokenSince, dirty: readAgain(state, at) }
  return { state: again, effects: [{ type: 'wake', at: at + QUIET * 4 }] }
}

function accepted(state: WatchState, { reading, at, wall }: Extract<WatchEvent, { type: 'read' }>, key: string): Step {
  const doubtful = doubtfulBlocks(state.stale, reading, { at: state.began, key, hurried: state.hurried, changing: changedMeanwhile(state) })
  const isDoubtful = (part: string) => doubtful.has(reading.origin[part] ?? '')
  const late = [...Object.keys(reading.facts), ...Object.keys(reading.lists)].filter(isDoubtful)
  const without = <T extends object>(of: T): T => Object.fromEntries(Object.entries(of).filter(([part]) => !isDoubtful(part))) as T
  const believed = {
    ...reading,
    facts: without(reading.facts),
    lists: without(reading.lists),
    notRead: [...reading.notRead.filter(({ part }) => !isDoubtful(part)), ...late.map((part) => ({ part, why: 'loading' as const }))],
  }
  const memory = remember(state.memory ?? NO_MEMORY, believed, wall)
  const stale = noteReading(state.stale, reading, { key, doubtful, loading: reading.loading })
  const next: WatchState = {
    ...state,
    memory,
    stale,
    reading: false,
    readOnce: true,
    brokenSince: null,
    unread: [],
    hurried: state.hurried && state.began - stale.changedAt < STALE,
  }
  const wake: WatchEffect[] = doubtful.size > 0 || state.dirty ? [{ type: 'wake', at: at + QUIET * 4 }] : []
  return { state: doubtful.size > 0 ? { ...next, dirty: next.dirty ?? { since: at, latest: at, blocks: [] } } : next, effects: wake }
}

function onTick(state: WatchState, { at, wall }: Extract<WatchEvent, { type: 'tick' }>): Step {
  const memory = state.memory ? forgetOld(state.memory, wall) : null
  const parked = state.parked && at - state.parked.at <= PARKED ? state.parked : null
  const next = memory === state.memory && parked === state.parked ? state : { ...state, memory, parked }
  return { state: next, effects: state.phase === 'away' ? [] : [{ type: 'look' }] }
}
