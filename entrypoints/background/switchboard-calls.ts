import { customer } from 'virtual:customer'
import { AppError } from '#utils/domain/app-error.ts'
import { entryWishPayload, localRuleWishPayload, switchWishPayload } from '#utils/messaging/switchboard-payloads.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { askBoard, changeLocalRule, changeSwitch, decideEntry } from '#utils/proxy/switchboard.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import type { ChangeState, EntryWish, LocalRuleWish, SwitchWish } from '#utils/switchboard/board-view.ts'
import { syncNow } from './follow-guidance.ts'
import { proxyWorld, type ProxyWorld } from './proxy-world.ts'

/** The supervisor's switchboard. Who may do what is the proxy's to say; a page of ours only asks. */
export const switchboardCalls = {
  switchboard: { run: async () => askBoard(await requireSignedIn()) },
  switchUnitRule: {
    payload: switchWishPayload,
    run: async (wish: SwitchWish) => andTake(async (world) => changeSwitch(world, wish)),
  },
  decideEntry: {
    payload: entryWishPayload,
    run: async (wish: EntryWish) => andTake(async (world) => decideEntry(world, wish)),
  },
  changeLocalRule: {
    payload: localRuleWishPayload,
    run: async (wish: LocalRuleWish) => {
      await changeLocalRule(await requireSignedIn(), wish)
      await syncNow()
    },
  },
}

/** Whoever changes something sees it at once; the other browsers of the unit within a minute. */
async function andTake(change: (world: ProxyWorld) => Promise<ChangeState>): Promise<{ state: ChangeState }> {
  const state = await change(await requireSignedIn())
  await syncNow()
  return { state }
}

async function requireSignedIn(): Promise<ProxyWorld> {
  const world = proxyWorld(await readPolicy(customer))
  if (world === null) throw new AppError('feature-off')
  if ((await signedInHere(world)) === null) throw new AppError('sign-in-needed')
  return world
}
