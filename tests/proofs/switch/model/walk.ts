import { Random } from '../../support/random.ts'
import type { Findings } from './judge.ts'
import { caseShown } from './judge.ts'
import type { Manner, Place } from './host-document.ts'
import { CASES, CITIZENS, sameCase, type Shown } from './people.ts'
import { World, type WorldOptions } from './world.ts'

export interface WalkResult {
  readonly findings: Findings
  readonly steps: number
  readonly opened: number
  readonly answers: { readonly asked: number; readonly landed: number; readonly refused: number }
  readonly minutes: number
  /** How often each kind of step was taken. */
  readonly kinds: Readonly<Record<string, number>>
}

const SCREENS = ['overview', 'contact', 'journal']
const MANNERS: readonly Manner[] = ['clean', 'stale', 'address-last', 'header-first']
const WAITS = [0, 0, 5, 20, 60, 120, 300, 520, 700, 1100, 2000, 4500]
/** Longer than any panel stays stale and any doubt lasts: a page at rest must then be open. */
const REST_MS = 12_000
const MOST_TABS = 6

/** Walks at random through tabs, cases and mishaps. */
export function walk(options: Omit<WorldOptions, 'random'> & { readonly seed: number; readonly steps: number }): WalkResult {
  const random = new Random(options.seed)
  const world = new World({ ...options, random })
  world.open(casePlace(random), 'linked', false)
  const kinds: Record<string, number> = {}
  for (let step = 1; step <= options.steps; step += 1) {
    world.step = step
    const [name, take] = chooseStep(random)
    kinds[name] = (kinds[name] ?? 0) + 1
    take(world, random)
    world.clock.advance(random.pick(WAITS) + random.int(0, 9))
  }
  world.clock.advance(20_000)
  return {
    findings: world.findings,
    steps: options.steps,
    opened: world.opened,
    answers: world.panel.answers,
    minutes: world.clock.now / 60_000,
    kinds,
  }
}

type Take = (world: World, random: Random) => void

const STEPS: readonly (readonly [name: string, weight: number, take: Take])[] = [
  [
    'search, new tab',
    8,
    (world, random) => world.open(casePlace(random), random.pick(['linked', 'unlinked'] as const), random.chance(0.4)),
  ],
  ['route to another citizen', 20, (world, random) => route(world, random, casePlace(random))],
  [
    'there and back at once',
    5,
    (world, random) => {
      const { place } = world.frontDocument.doc
      route(world, random, casePlace(random))
      world.clock.advance(random.int(0, 400))
      route(world, random, place)
    },
  ],
  [
    'another screen',
    10,
    (world, random) => {
      const { place } = world.frontDocument.doc
      route(world, random, place.kind === 'case' ? { ...place, screen: random.pick(SCREENS) } : casePlace(random))
    },
  ],
  [
    'another case of the citizen',
    5,
    (world, random) => {
      const { place } = world.frontDocument.doc
      route(
        world,
        random,
        place.kind === 'case' ? { ...place, of: { citizen: place.of.citizen, case: random.int(0, CASES - 1) } } : casePlace(random),
      )
    },
  ],
  [
    'pane in the page',
    8,
    (world, random) => {
      const { doc } = world.frontDocument
      if (doc.place.kind === 'case' && doc.notice === null && (doc.linking === 'linked' || doc.onScreen !== null))
        doc.bringForward(someone(random))
    },
  ],
  ['list of citizens', 5, (world, random) => route(world, random, { kind: random.pick(['list', 'none', 'elsewhere'] as const) })],
  ['page load', 6, (world, random) => world.load(casePlace(random), random.chance(0.7))],
  ['back', 8, (world) => void world.travel(-1)],
  ['forward', 4, (world) => void world.travel(1)],
  ['reload', 4, (world) => world.reload()],
  [
    'duplicate tab',
    2,
    (world) => {
      const { doc, whole } = world.frontDocument
      world.open(doc.place, doc.linking, whole)
    },
  ],
  [
    'another tab',
    10,
    (world, random) => {
      world.bringForward(random.pick(world.tabs).id)
      // A hand needs a moment before it does anything in the tab that it brought forward.
      world.clock.advance(random.int(100, 400))
    },
  ],
  ['close tab', 4, (world, random) => world.close(random.pick(world.tabs).id)],
  ['session expires', 3, (world) => world.frontDocument.doc.say('logged-out')],
  ['no access', 2, (world) => world.frontDocument.doc.say('no-access')],
  ['logged in again', 5, (world) => world.frontDocument.doc.say(null)],
  ['busy page', 2, (world) => world.frontDocument.doc.setBusy(!world.frontDocument.doc.busy)],
  ['title lies', 3, (world, random) => world.frontDocument.doc.lie(someone(random))],
  ['panel asked again', 6, (world, random) => world.frontDocument.doc.refresh(random.pick(['overview', 'contact', 'journal'] as const))],
  ['changes that mean nothing', 4, (world) => world.frontDocument.doc.stir()],
  [
    'worker dies',
    3,
    (world, random) => {
      world.workerDeadUntil = world.clock.now + random.int(0, 3000)
    },
  ],
  ['question to the panel', 12, (world) => world.panel.ask()],
  ['rest', 4, rest],
]
const WEIGHT = STEPS.reduce((sum, [, weight]) => sum + weight, 0)

function chooseStep(random: Random): readonly [string, Take] {
  let left = random.next() * WEIGHT
  for (const [name, weight, take] of STEPS) {
    left -= weight
    if (left < 0) return [name, take]
  }
  return ['rest', rest]
}

/** Two citizens before the first has been shown are told apart only where address and header name the same things. */
const HAND_MS = 50

function route(world: World, random: Random, place: Place): void {
  const { doc } = world.frontDocument
  if (doc.linking === 'unlinked') {
    world.clock.advance(HAND_MS)
    if (doc.onScreen === null && doc.place.kind === 'case') return
  }
  world.noteRoute(place)
  world.frontDocument.doc.route(place, random.pick(MANNERS))
  while (world.tabs.length > MOST_TABS) world.close(world.tabs[0]?.id ?? 0)
}

/** A watcher that shows nothing makes no mistake either: on a page at rest it has to open the case. */
function rest(world: World): void {
  world.clock.advance(REST_MS)
  const { doc, watcher, ready } = world.frontDocument
  const { onScreen } = doc
  if (onScreen === null || !ready || doc.busy || world.clock.now - doc.screenSince < REST_MS) return
  world.findings.check(
    sameCase(caseShown(watcher.shown), onScreen),
    'never opened',
    () => `${watcher.shown.kind} ${watcher.state.phase} ${world.trail()}`,
  )
}

const someone = (random: Random): Shown => ({ citizen: random.int(0, CITIZENS - 1), case: random.int(0, CASES - 1) })
const casePlace = (random: Random): Place => ({ kind: 'case', of: someone(random), screen: random.pick(SCREENS) })
