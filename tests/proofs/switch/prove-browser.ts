import { EXTENSION } from '#build/browser/launch.ts'
import type { CaseRecord } from '#demo/data/case-record.ts'
import { generateCases } from '#demo/data/generate.ts'
import { startStandIn } from '#demo/server/stand-in.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { markCases } from '../support/marked-cases.ts'
import { openProfile } from '../support/profile-browser.ts'
import { Random } from '../support/random.ts'
import type { Sample } from './browser/sample.ts'
import { GRACE_MS, judgeFrames, judgePanel, type Crossing, type WhoseIs } from './browser/timeline.ts'
import { BrowserWalker, type BrowserWalk } from './browser/walk.ts'
import { blindToFaults } from './browser/timeline-faults.ts'
import { at, type Part } from './prove-model.ts'

const PEOPLE = 8
/** A walk of this many steps that never left a case open on its way shows nothing. */
const ENOUGH = 60

/** Random steps in a browser with the built extension: each frame of page and panel is looked at. */
export async function proveBrowser(seed: number, steps: number): Promise<Part> {
  const random = new Random(seed)
  const today = danishDay(new Date())
  const all = [...generateCases({ seed: `switch-${seed}`, today })]
  const chosen = Array.from({ length: PEOPLE }, () => pull(all, random)).filter((one) => one !== null)
  const { cases, ownersOf } = markCases(chosen, seed)
  const standIn = await startStandIn({
    seed: `switch-${seed}`,
    today,
    cases,
    steering: { latencyMin: 0, latencyMax: 600, stalePanels: 1200, titleLag: 700 },
  })
  const browser = await openProfile(EXTENSION)
  try {
    const blind = blindToFaults()
    const walked = await new BrowserWalker({ context: browser.context, standIn, cases, random, steps }).run()
    const whose = whoseIs(cases, ownersOf)
    const frames = [...walked.frames.values()].map((samples) => judgeFrames(samples, whose, ownersOf))
    const panel = judgePanel({ log: walked.panel, framesOf: (tab) => walked.frames.get(tab) ?? [], whose, ownersOf })
    const gone = frames.flatMap(({ goneAfter }) => goneAfter).toSorted((a, b) => a - b)
    const panelGone = panel.goneAfter.toSorted((a, b) => a - b)
    const allGone = [...gone, ...panelGone].toSorted((a, b) => a - b)
    const followed = panel.followedAfter.toSorted((a, b) => a - b)
    const crossings: readonly Crossing[] = [...frames.flatMap((one) => one.crossings), ...panel.crossings]
    const sum = (of: (one: (typeof frames)[number]) => number) => frames.reduce((total, one) => total + of(one), 0)
    const nothing = sum((one) => one.views) === 0 || panel.examined === 0 || (gone.length === 0 && steps >= ENOUGH)
    const late = [at(allGone, 0.99) > GRACE_MS, nothing].filter(Boolean).length
    const failed = crossings.length + sum((one) => one.hasty.length) + late + blind.length
    return {
      passed: sum((one) => one.examined) + panel.examined - crossings.length,
      crossings: crossings.length,
      failed,
      lines: [
        `browser: ${steps} steps (${Object.entries(walked.kinds)
          .map(([name, count]) => `${count} ${name}`)
          .join(', ')})`,
        `browser: ${sum((one) => one.examined)} changed frames, ${sum((one) => one.views)} views came up, ${sum((one) => one.hasty.length)} of them too soon; ${panel.examined} states of the panel; ${crossings.length} crossings`,
        `browser: old case gone after p99 ${at(allGone, 0.99)} ms (bar ${GRACE_MS} ms): from the overlay after at most ${gone.at(-1) ?? 0} ms in ${gone.length} switches, from the panel after at most ${panelGone.at(-1) ?? 0} ms in ${panelGone.length}; another tab in front: panel right after at most ${followed.at(-1) ?? 0} ms in ${followed.length}`,
        ...(blind.length > 0
          ? [`browser: planted and not found: ${blind.join(', ')}`]
          : ['browser: every planted crossing was found in the timeline']),
        ...[...crossings.map(({ t }) => t), ...frames.flatMap(({ hasty }) => hasty)]
          .slice(0, 4)
          .flatMap((t) => around(t, walked, ownersOf)),
        ...crossings
          .slice(0, 8)
          .map(({ where, shown, beside, t }) => `browser: ${where} showed ${shown.join(', ')} beside ${beside ?? 'nobody'} at ${t}`),
      ],
    }
  } finally {
    await browser.close()
    browser.throwAway()
    await standIn.stop()
  }
}

const AROUND_MS = 1500

/** What happened just before, for whoever has to find out why. */
function around(moment: number, { frames, panel }: BrowserWalk, ownersOf: (text: string) => ReadonlySet<string>): string[] {
  const names = (text: string) => [...ownersOf(text)].map((guid) => guid.slice(0, 4)).join(' and ') || 'nobody'
  const near = (t: number) => t > moment - AROUND_MS && t < moment + 200
  const inTabs = [...frames].flatMap(([tab, samples]) =>
    samples
      .filter(({ t }) => near(t))
      .map((one) => ({
        t: one.t,
        text: `tab ${tab % 1000} at ${one.address.replace(/^https?:..[^/]*/, '').slice(0, 60)}, header of ${names(one.header)}, ours ${one.shows ? `shows ${names(one.own ?? '')}` : 'empty'}`,
      })),
  )
  const inPanel = panel
    .filter(({ t }) => near(t))
    .map((one) => ({ t: one.t, text: 'tab' in one ? `tab ${one.tab % 1000} in front` : `panel of ${names(one.html)}` }))
  return [...inTabs, ...inPanel].toSorted((a, b) => a.t - b.t).map(({ t, text }) => `browser:   ${t - moment} ms: ${text}`)
}

function pull(from: CaseRecord[], random: Random): CaseRecord | null {
  return from.splice(random.int(0, from.length - 1), 1)[0] ?? null
}

/** By what the page itself shows: its address and its header must name the same citizen, and nothing may cover them. */
function whoseIs(cases: readonly CaseRecord[], ownersOf: (text: string) => ReadonlySet<string>): WhoseIs {
  const byNumber = new Map(cases.map(({ guid, number }) => [String(number), guid]))
  return ({ address, header, covered }: Sample) => {
    const inAddress = /\/borger\/([^/?#]+)/.exec(address)?.[1] ?? byNumber.get(/vis\.do\?id=(\d+)/.exec(address)?.[1] ?? '') ?? null
    const [inHeader = null] = ownersOf(header)
    return !covered && inAddress !== null && inAddress === inHeader ? inAddress : null
  }
}
