import type { PageReading, RecognisedPage } from './page-reading.ts'
import type { SiteProfile } from './site-profile.ts'

/** Reads what a known page shows. One task; for a busy page use `readPageSteps` with `runInSlices`. */
export function readPage(profile: SiteProfile, page: RecognisedPage, window: Window): PageReading {
  const steps = readPageSteps(profile, page, window)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same reading in small steps, so that a page of 2,000 rows never blocks the user. */
export function* readPageSteps(_profile: SiteProfile, _page: RecognisedPage, _window: Window): Generator<void, PageReading> {
  yield
  throw new RangeError('not-built')
}
