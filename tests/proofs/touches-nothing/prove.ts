import { EXTENSION } from '#build/browser/launch.ts'
import { generateCases } from '#demo/data/generate.ts'
import { startStandIn, type StandIn } from '#demo/server/stand-in.ts'
import { ERRORS } from '#utils/domain/error-code.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { Proof } from '../claim.ts'
import { openProfile, type ProfileBrowser } from '../support/profile-browser.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { unseenFaults } from './faults.ts'
import { afterPolicy, afterReload, type Removal } from './removal.ts'
import { everyScreen, lookTwice, Walker, type Looked } from './visits.ts'

/**
 * Without a click of the user the host page stays as it was, but for one shadow host: every screen of both dialects is
 * walked twice at the same time, with the extension and without, and every aspect of the page is compared.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const tally = new Tally(log)
  const random = new Random(seed)
  const today = danishDay(new Date())
  const cases = generateCases({ seed: `touches-${seed}`, today }).filter(({ lock }) => lock === null)
  const standIn = await startStandIn({ seed: `touches-${seed}`, today, cases })
  const [plain, ours] = await Promise.all([openProfile(null), openProfile(EXTENSION)])
  try {
    const found = random.pick(cases)
    const onCase = `${standIn.urls.k}/person/vis.do?id=${found.number}#fane=PERSON_OVERBLIK`
    await plantFaults(tally, { address: onCase, log })
    const shuffledVisits = shuffled(everyScreen(standIn, cases, random), random)
    // A case first, so that the overlay comes up in a short walk too.
    const visits = shuffledVisits
      .toSorted((a, b) => Number(b === shuffledVisits.find(isCase)) - Number(a === shuffledVisits.find(isCase)))
      .slice(0, n ?? Number.POSITIVE_INFINITY)
    const looks = await walkAll({ plain, ours }, visits, random)
    judgeLooks(tally, looks, log)
    const removals = [
      await afterReload(onCase),
      await afterReload(`${standIn.urls.m}/borger/${found.guid}/overblik`),
      await afterPolicy(onCase),
    ]
    for (const removal of removals) if (removal) judgeRemoval(tally, removal, log)
    await judgeServer(tally, standIn, log)
  } finally {
    await Promise.all([plain.close(), ours.close(), standIn.stop()])
    plain.throwAway()
    ours.throwAway()
  }
  return tally.result(`${tally.failed} touches`)
}

const isCase = ({ citizens }: { readonly citizens: string }) => citizens === 'single'

/** In a browser of their own: what they leave behind must not be compared with anything. */
async function plantFaults(tally: Tally, { address, log }: { address: string; log: (line: string) => void }): Promise<void> {
  const browser = await openProfile(null)
  const { planted, unseen } = await unseenFaults(browser.context, address)
  await browser.close()
  browser.throwAway()
  log(`planted faults: ${planted - unseen.length} of ${planted} found`)
  tally.pass(planted - unseen.length)
  for (const name of unseen) tally.check('planted fault', false, () => `${name} was not seen`)
}

async function walkAll(
  { plain, ours }: { plain: ProfileBrowser; ours: ProfileBrowser },
  visits: Parameters<typeof lookTwice>[1][],
  random: Random,
): Promise<Looked[]> {
  const pair = { plain: await Walker.start(plain.context, false), ours: await Walker.start(ours.context, true) }
  const looks: Looked[] = []
  for (const visit of visits) looks.push(...(await lookTwice(pair, visit, random)))
  return looks
}

function judgeLooks(tally: Tally, looks: readonly Looked[], log: (line: string) => void): void {
  for (const look of looks) {
    const kinds = new Set(look.differences.map(({ aspect }) => aspect))
    tally.pass(ASPECTS - kinds.size)
    for (const { aspect, first, second } of look.differences)
      tally.check(aspect, false, () => `${look.where}, ${aspect}: without ${first} · with ${second}`)
    tally.check('hosts', look.hostsRight, () => `${look.where}: more than one shadow host, or not at the root`)
    tally.check(
      'listeners',
      look.interfering.length === 0,
      () => `${look.where}: ${look.interfering.map(({ type, on }) => `${type} on ${on}`).join(', ')}`,
    )
  }
  const shown = looks.filter((one) => one.shown).length
  log(
    `${looks.length} looks at pages, ${shown} of them with the overlay up; at most ${Math.max(0, ...looks.map(({ heard }) => heard))} listeners of ours on a page`,
  )
  tally.check('overlay', shown > 0, () => 'the overlay never came up, so nothing was put to the test')
}

/** Aspects of a snapshot that are compared. */
const ASPECTS = 16

function judgeRemoval(tally: Tally, { how, cameUp, differences, hosts, says }: Removal, log: (line: string) => void): void {
  const { what, action } = ERRORS['page-disconnected']
  const banner = `${what} ${action}`
  const onlyBanner = hosts === 'root shadow 0' && says.trim() === banner
  log(
    `${how}: ${hosts === '' ? 'nothing of it is left' : onlyBanner ? `only the line "${banner}" is left` : `left: ${says.slice(0, 200)}`}`,
  )
  tally.check('removal', cameUp, () => `${how}: the overlay had not come up`)
  tally.check(
    'removal',
    hosts === '' || (how.startsWith('reloaded') && onlyBanner),
    () => `${how}: left in the page: ${says.slice(0, 200)}`,
  )
  for (const { aspect, first, second } of differences) tally.check('removal', false, () => `${how}, ${aspect}: ${first} · ${second}`)
  tally.pass(ASPECTS - differences.length)
}

/** What the server of the stand-in noticed: no write, and nobody at the oracle. */
async function judgeServer(tally: Tally, { state, urls }: StandIn, log: (line: string) => void): Promise<void> {
  tally.check(
    'writes',
    state.events.length === 0,
    () => `${state.events.length} writes reached the server, the first at ${state.events[0]?.path}`,
  )
  const hits = (await (await fetch(`${urls.oracle}/__oracle/hits`)).json()) as readonly { readonly path: string }[]
  // This very question is the one that may have been asked.
  tally.check('oracle', hits.length === 1, () => `the oracle was asked ${hits.length - 1} times by someone else`)
  log(`writes at the server: ${state.events.length}; questions to the oracle: ${hits.length - 1}`)
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list]
  return list.map(() => rest.splice(random.int(0, rest.length - 1), 1)).flat()
}
