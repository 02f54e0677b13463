/** Citizens opened in this tab, newest first. Kept in memory: a reload forgets them. */
export interface RecentCitizen {
  readonly guid: string
  readonly name: string
  readonly cpr: string
}

const MOST = 8
let recent: readonly RecentCitizen[] = []

export function recentCitizens(): readonly RecentCitizen[] {
  return recent
}

export function rememberCitizen(citizen: RecentCitizen): void {
  recent = [citizen, ...recent.filter(({ guid }) => guid !== citizen.guid)].slice(0, MOST)
}
