import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'
import type { Theme } from '#utils/storage/theme.ts'
import type { RuleSwitches } from './rule-switches.ts'

/** Which parts of the overlay may show. */
interface OverlayFeatures {
  readonly overlay: boolean
  readonly bar: boolean
  readonly rowHints: boolean
  readonly panel: boolean
}

/** What the reader needs to work on a page: all of it public or the organisation's choice, none of it of a case. */
export type ReaderSetup =
  | { readonly kind: 'off'; readonly code: ErrorCode }
  | {
      readonly kind: 'read'
      readonly profile: SiteProfile
      readonly switches: RuleSwitches
      /** As policy gives them: days, or names of recurring ones. */
      readonly closingDays: readonly string[]
      readonly features: OverlayFeatures
      readonly theme: Theme
    }
