import type { PageState } from '#utils/domain/case-view.ts'
import type { SiteProfile } from './site-profile.ts'

export interface WatchOptions {
  readonly window: Window
  readonly profile: SiteProfile
  readonly onState: (state: PageState) => void
  readonly now?: () => number
}
