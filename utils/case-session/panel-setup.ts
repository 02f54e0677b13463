import type { PolicyState } from '#utils/policy/judge-policy.ts'
import type { Settings } from '#utils/storage/settings.ts'
import type { GuidanceView } from './guidance-view.ts'
import type { RuleSwitches } from './rule-switches.ts'

/** What panel and options show and judge with. */
export interface PanelSetup {
  readonly policy: PolicyState
  /** The organisation's name from policy, or `null`. */
  readonly municipality: string | null
  readonly pack: unknown
  /** The rules as they will be from a day to come (an instant), or `null`: nothing is signed yet. */
  readonly coming: { readonly pack: unknown; readonly validFrom: string } | null
  readonly guidance: GuidanceView
  readonly switches: RuleSwitches
  /** As policy gives them: days, or names of recurring ones. */
  readonly closingDays: readonly string[]
  readonly settings: Settings
  readonly panelOn: boolean
}
