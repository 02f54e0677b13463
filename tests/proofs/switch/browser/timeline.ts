import type { PanelSample, Sample } from './sample.ts'

/** Whose page a sample shows: a citizen when address and header agree, else nobody. */
export type WhoseIs = (sample: Sample) => string | null
export type OwnersOf = (text: string) => ReadonlySet<string>

export interface Crossing {
  readonly where: string
  readonly shown: readonly string[]
  readonly beside: string | null
  readonly t: number
}

export interface Judged {
  /** Samples and moments that were looked at. */
  readonly examined: number
  readonly crossings: readonly Crossing[]
  /** How long the case before stayed after the page had changed, per switch. */
  readonly goneAfter: readonly number[]
  /** When views came up before the page had settled. */
  readonly hasty: readonly number[]
  readonly views: number
}

export const GRACE_MS = 100
const SETTLED_MS = 500
const JUST_NOW_MS = 300
/** Two clocks and a frame. */
const SLACK_MS = 40

/** The frames of one tab: nothing of anyone but the citizen of the page, the old case gone, nothing shown too soon. */
export function judgeFrames(samples: readonly Sample[], whose: WhoseIs, ownersOf: OwnersOf): Judged {
  const crossings: Crossing[] = []
  const goneAfter: number[] = []
  const hasty: number[] = []
  let [views, changedAt, since] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let before: string | null = null
  let leaving: string | null = null
  let wasShown = false
  for (const sample of samples) {
    const now = whose(sample)
    if (now !== before) {
      if (before !== null && wasShown) {
        leaving = before
        changedAt = sample.t
      }
      since = sample.t
    }
    const owners = sample.own === null ? [] : [...ownersOf(sample.own)]
    const strangers = owners.filter((owner) => owner !== now)
    const isLeftover = leaving !== null && strangers.every((owner) => owner === leaving) && sample.t - changedAt <= GRACE_MS + SLACK_MS
    if (strangers.length > 0 && !isLeftover) crossings.push({ where: 'overlay', shown: strangers, beside: now, t: sample.t })
    const showsOld = leaving !== null && sample.shows && (now !== leaving ? wasShown : strangers.length > 0)
    if (leaving !== null && !showsOld) {
      goneAfter.push(sample.t - changedAt)
      leaving = null
    }
    if (sample.shows && !wasShown) {
      views += 1
      if (now === null || sample.t - since < SETTLED_MS - SLACK_MS) hasty.push(sample.t)
    }
    wasShown = sample.shows
    before = now
  }
  return { examined: samples.length, crossings, goneAfter, hasty, views }
}

export interface PanelWatch {
  readonly log: readonly PanelSample[]
  /** The frames of the page in a tab. */
  readonly framesOf: (tab: number) => readonly Sample[]
  readonly whose: WhoseIs
  readonly ownersOf: OwnersOf
}

export interface PanelJudged {
  readonly examined: number
  readonly crossings: readonly Crossing[]
  /** After the page in front had changed. */
  readonly goneAfter: readonly number[]
  /** After another tab had come to the front. */
  readonly followedAfter: readonly number[]
}

/** The panel: only the citizen of the page in front, and nobody of the page before once it has followed. */
export function judgePanel({ log, framesOf, whose, ownersOf }: PanelWatch): PanelJudged {
  const views = log.flatMap((entry) => ('html' in entry ? [{ t: entry.t, owners: ownersOf(entry.html) }] : []))
  const fronts = log.flatMap((entry) => ('tab' in entry ? [entry] : []))
  const tabAt = (t: number) => fronts.findLast((front) => front.t <= t)?.tab ?? null
  const whoAt = (tab: number | null, t: number) => {
    const frame = tab === null ? undefined : framesOf(tab).findLast((one) => one.t <= t)
    return frame ? whose(frame) : null
  }
  // The panel and this log hear of a tab in front one after the other.
  const recently = (t: number) => {
    const moments = [t, ...fronts.map((front) => front.t - 1), ...framesOf(tabAt(t) ?? -1).map((frame) => frame.t - 1)]
    const soon = fronts.filter((front) => front.t > t && front.t <= t + SLACK_MS).map((front) => whoAt(front.tab, t))
    return new Set([...soon, ...moments.filter((one) => one <= t && one >= t - GRACE_MS - SLACK_MS).map((one) => whoAt(tabAt(one), one))])
  }
  const crossings: Crossing[] = []
  for (const [index, view] of views.entries()) {
    const had = views[index - 1]?.owners ?? new Set<string>()
    const fresh = [...view.owners].filter((owner) => !had.has(owner))
    const allowed = recently(view.t)
    const strangers = fresh.filter((owner) => !allowed.has(owner))
    if (strangers.length > 0) crossings.push({ where: 'panel', shown: strangers, beside: whoAt(tabAt(view.t), view.t), t: view.t })
  }
  const lastOf = (t: number) => views.findLast((view) => view.t <= t && view.owners.size > 0)
  /** From `t` until the panel no longer shows `who`; 0 when it had let go before the frame was painted. */
  const stays = (who: string, t: number): number | null => {
    const inForce = views.findLast((view) => view.t <= t)
    if (!inForce?.owners.has(who))
      return views.some((view) => view.t <= t && view.t > t - JUST_NOW_MS && view.owners.has(who)) || lastOf(t)?.owners.has(who) ? 0 : null
    const gone = views.find((view) => view.t > t && !view.owners.has(who))?.t
    const back = framesOf(tabAt(t) ?? -1).find((frame) => frame.t > t && whose(frame) === who)?.t
    if (gone === undefined || (back !== undefined && back < gone)) return null
    return gone - t
  }
  const leaves = [...new Set(fronts.map(({ tab }) => tab))].flatMap((tab) =>
    changesOf(framesOf(tab), whose).map((change) => ({ tab, ...change })),
  )
  const inFront = leaves.filter(({ tab, t }) => tabAt(t) === tab)
  const switches = fronts.flatMap(({ t, tab }) => {
    const who = whoAt(tabAt(t - 1), t)
    return who === null || who === whoAt(tab, t) ? [] : [{ t, who }]
  })
  const times = (changes: readonly { readonly t: number; readonly who: string }[]) =>
    changes.map(({ t, who }) => stays(who, t)).filter((ms) => ms !== null)
  return { examined: views.length, crossings, goneAfter: times(inFront), followedAfter: times(switches) }
}

/** When a page stopped being somebody's, and whose it had been. */
function changesOf(frames: readonly Sample[], whose: WhoseIs): { readonly t: number; readonly who: string }[] {
  return frames.flatMap((frame, index) => {
    const before = frames[index - 1]
    const who = before ? whose(before) : null
    return who !== null && whose(frame) !== who ? [{ t: frame.t, who }] : []
  })
}
