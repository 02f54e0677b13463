import { extensionAlive, whenOrphaned } from '#utils/browser/extension-alive.ts'
import { keepEarlySetup } from '#utils/case-session/early-setup.ts'
import type { PageReport } from '#utils/case-session/page-report.ts'
import type { PageSetup } from '#utils/case-session/page-setup.ts'
import { answerSetupChanged } from '#utils/messaging/answer-setup-changed.ts'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PageToBackground, ReaderToBackground } from '#utils/messaging/maps.ts'
import { openToPanels, type PanelPort } from '#utils/messaging/panel-port.ts'
import { keepEarlyChanges } from '#utils/page/early-changes.ts'
import { noteCaseAddress } from '#utils/page/first-address.ts'
import { recognisePage } from '#utils/page/recognise.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'

const CHECK_EVERY_MS = 400
const SOON_MS = 30

/** Watches the page until it shows a citizen's case, then hands over to the reader and ends. */
export function startRecogniser(window: Window & typeof globalThis): void {
  const ended = new AbortController()
  const panel = openToPanels({ kind: 'settling' }, ended.signal)
  const background = backgroundClient<PageToBackground>()
  let watching = new AbortController()

  const begin = async () => {
    watching.abort()
    watching = new AbortController()
    const { signal } = watching
    const setup = (await background('pageSetup')) as PageSetup<SiteProfile>
    if (signal.aborted || ended.signal.aborted) return
    if (setup.kind === 'off') return panel.publish({ kind: 'off', code: setup.code })
    watch({ window, profile: setup.profile, panel, signal, handOver: () => void handOver() })
  }
  const handOver = async () => {
    watching.abort()
    keepEarlyChanges(window)
    // While the reader is being fetched, so that it can begin to look as soon as it is there.
    keepEarlySetup(backgroundClient<ReaderToBackground>()('readerSetup'))
    const reader = await background('caseRecognised').then(
      () => true,
      () => false,
    )
    if (reader || !extensionAlive()) ended.abort()
    else panel.publish({ kind: 'off', code: 'reader-failed' })
  }
  const beginSafely = () => {
    begin().catch(() => panel.publish({ kind: 'off', code: 'reader-failed' }))
  }

  ended.signal.addEventListener('abort', () => watching.abort())
  whenOrphaned(() => ended.abort(), ended.signal)
  ended.signal.addEventListener('abort', answerSetupChanged(beginSafely))
  beginSafely()
}

interface Watch {
  readonly window: Window
  readonly profile: SiteProfile
  readonly panel: PanelPort
  readonly signal: AbortSignal
  readonly handOver: () => void
}

/**
 * Looks at the address and a few landmarks: soon after the page has changed while it is not known yet, and now and then
 * once it is, because a list of 2,000 rows should pay for nothing.
 */
function watch({ window, profile, panel, signal, handOver }: Watch): void {
  const { document } = window
  const byAddress = withoutLandmarks(profile)
  let last = ''
  let soon: number | undefined
  const look = () => {
    window.clearTimeout(soon)
    soon = undefined
    if (signal.aborted || document.visibilityState === 'hidden') return
    const report = reportOf(profile, byAddress, window)
    if (report === 'case') {
      noteCaseAddress(window.location.href)
      return handOver()
    }
    if (report.kind === 'no-case') observer.disconnect()
    const text = JSON.stringify(report)
    if (text !== last) panel.publish(report)
    last = text
  }
  const observer = new MutationObserver(() => {
    soon ??= window.setTimeout(look, SOON_MS)
  })
  const lookAnew = () => {
    observer.observe(document, { childList: true, subtree: true })
    look()
  }
  const timer = window.setInterval(look, CHECK_EVERY_MS)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    window.clearInterval(timer)
    window.clearTimeout(soon)
  })
  for (const event of ['popstate', 'hashchange', 'pageshow']) window.addEventListener(event, lookAnew, { signal })
  document.addEventListener('visibilitychange', look, { signal })
  lookAnew()
}

function reportOf(profile: SiteProfile, byAddress: SiteProfile, window: Window): PageReport | 'case' {
  const page = recognisePage(profile, window.location, window.document)
  if (page === null) {
    // The address alone says that a case is on its way: the reader is fetched while the host still loads it.
    return recognisePage(byAddress, window.location, window.document)?.citizens === 'single' ? 'case' : { kind: 'unknown-page' }
  }
  return page.citizens === 'single' ? 'case' : { kind: 'no-case', pageKind: page.pageKind, citizens: page.citizens }
}

function withoutLandmarks(profile: SiteProfile): SiteProfile {
  return { ...profile, pages: profile.pages.map(({ present: _left, ...page }) => page) }
}
