import { startStandIn, type StandIn } from '#demo/server/stand-in.ts'
import { danishDay } from '#utils/case-session/today.ts'

/** The stand-in with few cases, on the day it is and on free ports: the practice environment's profiles know its hosts on any. */
export async function startPractice(): Promise<StandIn> {
  return startStandIn({ seed: 'e2e', today: danishDay(new Date()), extra: 4 })
}

/** One line of the oracle's list of cases. */
export interface CaseLine {
  readonly guid: string
  readonly name: string
  readonly size: string
  readonly urls: { readonly M: string; readonly K: string }
}

/** What the oracle answers; only tests ever ask it. */
export async function askOracle<T>({ urls }: Pick<StandIn, 'urls'>, what: string): Promise<T> {
  const answer = await fetch(`${urls.oracle}/__oracle/${what}`)
  return (await answer.json()) as T
}
