import { ALL_UNITS } from '../contract/guidance.ts'
import type { Log } from '../observe/log.ts'
import { danishClock } from './danish-clock.ts'
import { offStretches } from './off-stretches.ts'
import type { Replica } from './replica.ts'

/** Whether the municipality has switched model use off, for all or for a unit. In effect in every replica within 60 s. */
export interface KillSwitch {
  isOff(unit: string): boolean
  close(): Promise<void>
}

/** A replica that has not heard from the store for so long cannot know, so it says off. */
const LONGEST_SILENCE_MS = 60_000

/** Answers at every model call, so it reckons anew only when the log has grown or the day has changed. */
export function createKillSwitch(replica: Replica, { now, log }: { readonly now: () => number; readonly log: Log }): KillSwitch {
  const today = danishClock(now)
  let reckoned = { head: -1, day: '', units: new Set<string>() }
  let wasOff = false
  const unitsOff = (): ReadonlySet<string> => {
    const [head, day] = [replica.book.head, today()]
    if (reckoned.head === head && reckoned.day === day) return reckoned.units
    const layers = replica.book.layersOf('model-use')
    const stretches = offStretches(layers, day).filter(({ from }) => from <= day)
    reckoned = { head, day, units: new Set(stretches.map(({ unit }) => unit)) }
    const off = reckoned.units.has(ALL_UNITS)
    if (off !== wasOff) log({ event: 'kill-switch', on: off })
    wasOff = off
    return reckoned.units
  }
  return {
    isOff(unit) {
      const off = unitsOff()
      return now() - replica.syncedAt > LONGEST_SILENCE_MS || off.has(ALL_UNITS) || off.has(unit)
    },
    // Closed with the guidance service it belongs to.
    close: async () => {},
  }
}
