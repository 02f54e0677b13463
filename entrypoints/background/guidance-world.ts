import { customer } from 'virtual:customer'
import { pack as builtIn } from 'virtual:rule-pack'
import { browser } from '#utils/browser/browser.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { GuidanceView } from '#utils/case-session/guidance-view.ts'
import type { ComingPack } from '#utils/guidance-sync/coming.ts'
import { fromInstant } from '#utils/guidance/signed/instant.ts'
import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { switchesInEffect, type SwitchesInEffect } from '#utils/guidance/signed/switches-in-effect.ts'
import type { OffStretch } from '#utils/guidance/signed/switches-payload.ts'
import { guidanceAge } from '#utils/guidance-sync/freshness.ts'
import { pinned } from '#utils/guidance-sync/guidance-trust.ts'
import { guidanceInUseItem, keptGuidanceItem, pollStateItem } from '#utils/guidance-sync/items.ts'
import { guidanceNow, type GuidanceWorld } from '#utils/guidance-sync/sync-guidance.ts'

const NOTHING_OFF = { off: [], locked: [] }

/** What guidance rests on in this build. */
export function guidanceWorld(): GuidanceWorld {
  return {
    trust: {
      tenant: customer.municipality,
      appVersion: browser.runtime.getManifest().version,
      publisher: pinned(customer.guidanceKeys.publisher),
      municipality: pinned(customer.guidanceKeys.municipality),
    },
    builtIn,
    kept: keptGuidanceItem,
    inUse: guidanceInUseItem,
    poll: pollStateItem,
  }
}

/** The rules to judge by, and what the unit's supervisor has decided about them for today. */
export interface CurrentGuidance {
  readonly pack: RulePack
  readonly effect: SwitchesInEffect
  readonly view: GuidanceView
  /** The rules as they will be from a day to come. */
  readonly coming: ComingPack | null
}

export async function currentGuidance(): Promise<CurrentGuidance> {
  const world = guidanceWorld()
  const [{ pack, sources, switches, coming: next }, kept, poll] = await Promise.all([
    guidanceNow(world),
    keptGuidanceItem.get(),
    pollStateItem.get(),
  ])
  const effect = switchesInEffect(switches ?? NOTHING_OFF, danishDay(new Date()))
  const view: GuidanceView = {
    ...guidanceAge(kept, world.trust, Date.now()),
    sources,
    unitOff: Object.fromEntries(Object.entries(effect.rulesOff).map(([rule, stretch]) => [rule, decision(stretch)])),
    modelOff: effect.modelUseOff && decision(effect.modelUseOff),
    refused: kept.refused,
    poll,
    switchesIssued: switches?.issued ?? null,
  }
  const coming = next === null || fromInstant(next.validFrom) <= Date.now() ? null : next
  return { pack, effect, view, coming }
}

const decision = ({ reason, until }: OffStretch) => ({ reason, until })
