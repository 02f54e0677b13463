import { DISMISS_REASONS } from '#utils/assistant/dismiss-reason.ts'
import { QUICK_LINKS } from '#utils/domain/quick-link.ts'
import { ENTRY_KINDS, ORIGINS, OUTCOMES } from '#proxy/contract/usage-record.ts'
import { FEATURES, PURPOSES } from '#proxy/contract/use.ts'
import { THEMES } from '#utils/storage/theme.ts'
import type { Random } from '../support/random.ts'

export type Side = 'page' | 'reader' | 'panel' | 'panel-to-content' | 'background-to-content'

/** A call of the product's message maps, and how to write a payload that would pass its check. */
export interface KnownCall {
  readonly side: Side
  readonly to: 'background' | 'content'
  readonly call: string
  /** Leaves a trace when it is acted on. */
  readonly acts: boolean
  readonly payload: ((random: Random, known: Known) => unknown) | null
}

/** What a well-informed attacker knows: rule ids of the public pack and the token of the open case. */
export interface Known {
  readonly rules: readonly string[]
  readonly token: string
}

const REASONS = Object.keys(DISMISS_REASONS)
const uuid = (random: Random) => '00000000-0000-4000-8000-000000000000'.replaceAll(/0(?=.{0,11}$)/g, () => random.int(0, 15).toString(16))
const day = (random: Random) => `2026-12-${String(random.int(1, 28)).padStart(2, '0')}`

export const CALLS: readonly KnownCall[] = [
  { side: 'page', to: 'background', call: 'pageSetup', acts: false, payload: null },
  { side: 'page', to: 'background', call: 'caseRecognised', acts: true, payload: null },
  { side: 'reader', to: 'background', call: 'readerSetup', acts: false, payload: null },
  {
    side: 'reader',
    to: 'background',
    call: 'snoozeRule',
    acts: true,
    payload: (random, { rules }) => ({ rule: random.pick(rules), until: day(random) }),
  },
  {
    side: 'reader',
    to: 'background',
    call: 'dismissRule',
    acts: true,
    payload: (random, { rules }) => ({ rule: random.pick(rules), reason: random.pick(REASONS) }),
  },
  { side: 'reader', to: 'background', call: 'openPanel', acts: true, payload: null },
  { side: 'panel', to: 'background', call: 'panelSetup', acts: false, payload: null },
  { side: 'panel', to: 'background', call: 'proxyState', acts: false, payload: null },
  { side: 'panel', to: 'background', call: 'health', acts: false, payload: null },
  { side: 'panel', to: 'background', call: 'signInState', acts: false, payload: null },
  { side: 'panel', to: 'background', call: 'signIn', acts: true, payload: null },
  { side: 'panel', to: 'background', call: 'signOut', acts: true, payload: null },
  {
    side: 'panel',
    to: 'background',
    call: 'recordUse',
    acts: true,
    payload: (random, { token }) => ({
      id: uuid(random),
      feature: random.pick(FEATURES),
      purpose: random.pick(PURPOSES),
      origin: random.pick(ORIGINS),
      outcome: random.pick(OUTCOMES),
      caseId: random.pick([null, token]),
      entries: random.chance(0.5) ? [] : [{ kind: random.pick(ENTRY_KINDS), ids: [token] }],
      coverage: random.pick([null, { read: 1, of: 2 }]),
    }),
  },
  // No call but the one message of a port: sent as such by those who can open one, and to everybody else as any other.
  {
    side: 'panel',
    to: 'background',
    call: 'askModel',
    acts: true,
    payload: (random, { token }) => ({
      useId: uuid(random),
      feature: random.pick(FEATURES),
      purpose: random.pick(PURPOSES),
      caseId: random.pick([null, token]),
      model: null,
      messages: [{ role: 'user', content: 'Hvem er borgeren?' }],
      maxTokens: 10,
    }),
  },
  {
    side: 'panel',
    to: 'background',
    call: 'switchRule',
    acts: true,
    payload: (random, { rules }) => ({ rule: random.pick(rules), on: random.chance(0.3) }),
  },
  { side: 'panel', to: 'background', call: 'chooseTheme', acts: true, payload: (random) => ({ theme: random.pick(THEMES) }) },
  {
    side: 'panel-to-content',
    to: 'content',
    call: 'showFact',
    acts: true,
    payload: (random, { token }) => ({ token, fact: { key: random.pick(['citizen.name', 'case.start', 'case.number']), row: null } }),
  },
  {
    side: 'panel-to-content',
    to: 'content',
    call: 'followLink',
    acts: true,
    payload: (random, { token }) => ({ token, link: random.pick(QUICK_LINKS) }),
  },
  { side: 'background-to-content', to: 'content', call: 'setupChanged', acts: true, payload: null },
  { side: 'background-to-content', to: 'content', call: 'focusBar', acts: true, payload: null },
]
