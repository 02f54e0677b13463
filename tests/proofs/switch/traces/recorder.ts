import { watchPage } from '#utils/page/watch-page.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'

/** Runs in the page: the product's own watcher, telling of every event that reaches the model and what came of it. */
export function record(profile: SiteProfile, tell: (entry: string) => void): void {
  watchPage({ window, profile, onState: () => undefined, recordTrace: (entry) => tell(JSON.stringify(entry)) })
}
