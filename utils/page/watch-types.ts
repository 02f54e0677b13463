import type { CaseIdentity, PageState } from '#utils/domain/case-view.ts'
import type { IdentityReading, PageCondition, PageReading } from './page-reading.ts'
import type { CaseMemory } from './case-memory.ts'

/** A quick look at a page: which it is, what it is doing, whose it says it is. */
export interface Look {
  readonly pageKind: string | null
  readonly citizens: 'none' | 'single' | 'many'
  readonly condition: PageCondition
  readonly identity: IdentityReading
}

/** Everything that can happen to a page. `at` is milliseconds of a clock that never goes back. */
export type WatchEvent =
  | { readonly type: 'look'; readonly at: number; readonly look: Look }
  /** Nodes changed. `blocks`: those whose content was replaced; `null` when there were too many changes to tell. */
  | { readonly type: 'mutated'; readonly at: number; readonly blocks: readonly string[] | null }
  | {
      readonly type: 'read'
      readonly at: number
      readonly epoch: number
      readonly wall: number
      readonly reading: Omit<PageReading, 'places'>
    }
  | { readonly type: 'route'; readonly at: number }
  | { readonly type: 'pagehide'; readonly at: number }
  | { readonly type: 'pageshow'; readonly at: number; readonly persisted: boolean }
  | { readonly type: 'visibility'; readonly at: number; readonly visible: boolean }
  | { readonly type: 'expired'; readonly at: number }
  | { readonly type: 'invalidated'; readonly at: number }
  | { readonly type: 'tick'; readonly at: number; readonly wall: number }

export type WatchEffect =
  /** Drop everything of the case, now. */
  | { readonly type: 'purge' }
  /** Look at the page again now. */
  | { readonly type: 'look' }
  /** Read the page; the answer must carry the epoch. */
  | { readonly type: 'read'; readonly epoch: number }
  | { readonly type: 'announce'; readonly state: PageState }
  /** Wake up at this time. */
  | { readonly type: 'wake'; readonly at: number }
  | { readonly type: 'stop' }

export interface WatchConfig {
  readonly profile: { readonly id: string; readonly version: string; readonly verified: boolean }
  /** What each page kind holds: canonical keys and list groups. */
  readonly parts: Readonly<Record<string, readonly string[]>>
  /** Makes tokens of this document unlike those of any other. */
  readonly seed: string
}

/** Times in milliseconds. */
export const SETTLE = 500
/** How long panels of the citizen before may stay on the page (E03). */
export const STALE = 4000
/** How long a page may lack its landmarks before the profile is called broken. */
export const BROKEN = 3000
export const QUIET = 60
export const MAX_WAIT = 400
/** How long the facts of a case wait for the same case to be confirmed again after a doubt. */
export const PARKED = 10_000

export type Phase = 'unknown' | 'none' | 'many' | 'settling' | 'open' | 'broken' | 'logged-out' | 'no-access' | 'away' | 'stopped'

export interface Candidate {
  readonly key: string
  readonly identity: CaseIdentity
  readonly linked: boolean
  readonly since: number
}

export interface WatchState {
  readonly phase: Phase
  readonly pageKind: string | null
  /** Grows at each doubt: what was begun before it comes too late. */
  readonly epoch: number
  readonly candidate: Candidate | null
  /** The case that is open. */
  readonly open: { readonly key: string; readonly identity: CaseIdentity; readonly token: string; readonly since: number } | null
  readonly memory: CaseMemory | null
  readonly parked: Parked | null
  /** Confirmed pairs of this document: a pair that contradicts them is a page in between. */
  readonly pairs: readonly { readonly citizenId: string; readonly cpr: string }[]
  readonly last: { readonly citizenId: string; readonly cpr: string } | null
  /** What panels show may be of someone who was passed by without ever being read. */
  readonly hurried: boolean
  /** Identity values seen since a case was last open, hashed; not that case's own. */
  readonly passed: readonly string[]
  /** What the last look on a citizen page named. */
  readonly named: readonly string[]
  /** Identity values of the case that was open last: what its panels showed has been read. */
  readonly own: readonly string[]
  readonly stale: StalePanels
  readonly dirty: Dirty | null
  /** Blocks that had changed when the reading began that is under way. */
  readonly unread: Blocks
  readonly reading: boolean
  /** When the newest reading began: what it holds is that old, however late it comes. */
  readonly began: number
  readonly readOnce: boolean
  readonly brokenSince: number | null
  readonly missing: readonly string[]
}

/** Blocks by name; `null` when it is not known which. */
export type Blocks = readonly string[] | null

/** Changes that have not been read yet. */
export interface Dirty {
  readonly since: number
  readonly latest: number
  readonly blocks: Blocks
}

/** Facts out of sight, waiting a moment for the very same case. Ids as hashes. */
export interface Parked {
  readonly key: string
  readonly memory: CaseMemory
  readonly at: number
  readonly ids: Readonly<Record<'citizenId' | 'cpr' | 'caseId', string | null>>
}

/** What panels showed for citizens before this one. */
export interface StalePanels {
  /** block → mark → key of the case it was read for. */
  readonly marks: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Blocks re-rendered since the identity changed. */
  readonly rerendered: readonly string[]
  /** Blocks that were still loading for the case before, or had changed without being read. */
  readonly pending: readonly string[]
  readonly loading: readonly string[]
  readonly changedAt: number
  readonly switched: boolean
}
