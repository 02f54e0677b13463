import { startStandIn } from '#demo/server/stand-in.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { chatStream } from '#tests/proxy/support/upstream-answers.ts'
import type { Proof } from '../claim.ts'
import { openProfile } from '../support/profile-browser.ts'
import { startMunicipality, type Municipality } from '../support/municipality.ts'
import { Tally } from '../support/tally.ts'
import { plantCanaries, type Canaries } from './canaries.ts'
import { leaksBeyond, storeOf } from './compare.ts'
import { unseenLeaks } from './leaks.ts'
import { blindSpots } from './scan-faults.ts'
import { scanFolder, type Scan } from './scan.ts'
import { signInAndAsk } from './sign-in-day.ts'
import { workThrough, type Done } from './session.ts'
import type { StandIn } from '#demo/server/stand-in.ts'

const STEPS = 100
const ENDS = ['close', 'kill'] as const
type End = (typeof ENDS)[number]

/**
 * Nothing of a case is on disk: a working day with canaries in every field, ended well and by SIGKILL; then every file of
 * the profile is read, as stored and unpacked, and held against the same day without the extension.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const steps = n ?? STEPS
  const tally = new Tally(log)
  await checkScan(tally, seed, log)
  const canaries = plantCanaries(seed)
  const standIn = await startStandIn({ seed: `disk-${seed}`, today: danishDay(new Date()), cases: canaries.cases })
  const municipality = await startMunicipality()
  municipality.upstream.always(chatStream([canaries.answer]))
  try {
    const day = (end: End, withExtension: boolean) => spendDay({ end, withExtension, standIn, municipality, canaries, seed, steps })
    const control = await Promise.all(ENDS.map((end) => day(end, false)))
    const days = await Promise.all(ENDS.map((end) => day(end, true)))
    report(log, 'without the extension', control)
    report(log, 'with the extension', days)
    judge(tally, { canaries, control: control.map(({ scan }) => scan), days })
  } finally {
    await municipality.close()
    await standIn.stop()
  }
  return tally.result(`${tally.failed} texts on disk that should not be there`)
}

/** The scan must see what it is for, in every packing and by every way a page of the extension could leak. */
async function checkScan(tally: Tally, seed: number, log: (line: string) => void): Promise<void> {
  const secret = `plantet${seed}kanarie`
  const packed = blindSpots(secret)
  const leaks = await Promise.all(ENDS.map((end) => unseenLeaks(`${secret}${end}`, end)))
  const missed = [...packed.missed, ...leaks.flatMap(({ unseen }) => unseen)]
  const planted = packed.planted + leaks.reduce((sum, one) => sum + one.planted, 0)
  log(`planted: ${planted - missed.length} of ${planted} found${missed.length > 0 ? `; not found: ${missed.join(', ')}` : ''}`)
  tally.pass(planted - missed.length)
  for (const name of missed) tally.check('planted fault', false, () => name)
}

interface Day {
  readonly end: End
  readonly withExtension: boolean
  readonly standIn: StandIn
  readonly municipality: Municipality
  readonly canaries: Canaries
  readonly seed: number
  readonly steps: number
}
interface Spent {
  readonly end: End
  readonly scan: Scan
  readonly done: Done
  readonly recorded: readonly string[]
  /** Tokens, keys and answers that were looked for beside the case's own texts. */
  readonly secrets: number
}

async function spendDay({ end, withExtension, standIn, municipality, canaries, seed, steps }: Day): Promise<Spent> {
  const { extension } = municipality
  const browser = await openProfile(withExtension ? extension : null)
  try {
    const secrets = withExtension ? await signInAndAsk(browser.context, extension, canaries.answer) : []
    const worked = await workThrough({ context: browser.context, standIn, cases: canaries.cases, seed, steps, withExtension })
    await browser[end]()
    return { end, ...worked, scan: scanFolder(browser.profile, [...canaries.needles, ...secrets]), secrets: secrets.length }
  } finally {
    browser.throwAway()
  }
}

function judge(tally: Tally, { canaries, control, days }: { canaries: Canaries; control: readonly Scan[]; days: readonly Spent[] }): void {
  const known = control.flatMap(({ hits }) => hits)
  for (const { end, scan, done, recorded, secrets } of days) {
    for (const text of recorded) {
      const said = canaries.needles.find(({ spellings }) => spellings.some((one) => text.includes(one)))
      tally.check('titles and addresses', said === undefined, () => `${end}: a page of the extension is called by ${said?.id}`)
    }
    const leaks = leaksBeyond(known, scan.hits, canaries.kindOf)
    for (const { hit, why } of leaks)
      tally.check('on disk', false, () => `${end}: ${hit.needle} in ${hit.file} (${hit.how}, ${hit.encoding}): ${why}`)
    tally.pass(scan.files * (canaries.needles.length + secrets) - leaks.length)
    tally.check('signed in', secrets > 0, () => `${end}: nobody signed in, so no token was put to the test`)
    const unused = ['visit', 'panel', 'why'].filter((what) => (done[what] ?? 0) === 0)
    tally.check('used', unused.length === 0, () => `${end}: never managed: ${unused.join(', ')}; so it was not put to the test`)
  }
}

function report(log: (line: string) => void, name: string, days: readonly Spent[]): void {
  for (const { end, scan, done } of days) {
    const stores = new Map<string, number>()
    for (const { file } of scan.hits) stores.set(storeOf(file), (stores.get(storeOf(file)) ?? 0) + 1)
    log(
      `${name}, ${end === 'kill' ? 'SIGKILL' : 'clean close'}: ${scan.files} files, ${mega(scan.bytes)} MB stored, ${mega(scan.viewed)} MB looked through`,
    )
    log(
      `  done: ${Object.entries(done)
        .map(([what, count]) => `${count} × ${what}`)
        .join(', ')}`,
    )
    log(`  canaries: ${[...stores].map(([store, count]) => `${store} ${count}`).join(', ') || 'none'}`)
  }
}

const mega = (bytes: number) => (bytes / 1_000_000).toFixed(1)
