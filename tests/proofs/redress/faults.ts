import type { PlantedFault } from '../support/planted.ts'
import { isAnswered } from './honest.ts'
import { spring } from './play.ts'
import { arrive, type Stance, traces } from './stance.ts'
import type { Trick } from './trick.ts'

const IDLE: Trick = { name: 'nothing', hold: 'look', set: () => undefined, user: async () => {} }

/** One of each kind: an act of each sort, a trick that takes no hold, an honest press that nobody answers. */
export async function plantedFaults(stance: Stance): Promise<readonly PlantedFault[]> {
  const { stage, page, dialect } = stance
  const at = await arrive(stance)
  if (!at) return [{ kind: `${dialect}, a page to plant on`, found: false }]
  const before = await traces(stance)
  const acts = async (kind: string, work: () => Promise<unknown>): Promise<PlantedFault> => {
    await work()
    return { kind: `${dialect}, ${kind}`, found: before !== (await traces(stance)) }
  }
  const faults = [
    { kind: `${dialect}, a trick that takes no hold`, found: !(await spring(page, IDLE, at)) },
    { kind: `${dialect}, a press that is not answered`, found: !(await isAnswered(stance, { x: 2, y: 2 })).ok },
    await acts('a setting', async () => stage.browser.worker.evaluate(async () => chrome.storage.local.set({ planted: 1 }))),
  ]
  await stage.browser.worker.evaluate(async () => chrome.storage.local.remove('planted'))
  const address = async () =>
    page.evaluate(() => {
      history.pushState(null, '', '?planted=1')
    })
  return [...faults, await acts('another address', address)]
}
