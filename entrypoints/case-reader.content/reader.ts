import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { whenOrphaned } from '#utils/browser/extension-alive.ts'
import type { ReaderSetup } from '#utils/case-session/reader-setup.ts'
import { loadRulePackSteps } from '#utils/guidance/pack.ts'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { ReaderToBackground } from '#utils/messaging/maps.ts'
import { openToPanels } from '#utils/messaging/panel-port.ts'
import { runInSlices } from '#utils/page/run-in-slices.ts'
import { answerPage } from './answer-page.ts'
import { showOrphanBanner } from './orphan-banner.ts'
import { Session } from './session.ts'

/** Runs for the life of the document: asks for its setup, keeps one session by it, and cleans up after itself. */
export function startReader(window: Window): void {
  const ended = new AbortController()
  const panel = openToPanels({ kind: 'settling' }, ended.signal)
  const background = backgroundClient<ReaderToBackground>()
  // Asked for and made ready while the page settles, once it is being watched; a pack changes only with the extension.
  const watching = Promise.withResolvers<void>()
  const rules = Promise.all([background('rulePack'), watching.promise]).then(async ([pack]) => runInSlices(loadRulePackSteps(pack)))
  let session: Session | null = null
  let asked = 0

  const end = () => {
    session?.end()
    session = null
  }
  const begin = async () => {
    asked += 1
    const mine = asked
    const setup = await background('readerSetup')
    // Settings may change twice in a row: only the newest answer counts.
    if (mine !== asked || ended.signal.aborted) return
    use(setup)
  }
  const use = (setup: ReaderSetup) => {
    if (setup.kind === 'off') {
      end()
      panel.publish({ kind: 'off', code: setup.code })
    } else if (session?.adopt(setup) !== true) {
      end()
      session = new Session({ window, setup, rules, panel, background, onFailed: fail })
      watching.resolve()
    }
  }
  const fail = (code: ErrorCode) => {
    end()
    panel.publish({ kind: 'off', code })
  }
  const beginSafely = () => {
    begin().catch((error: unknown) => fail(error instanceof AppError ? error.code : 'reader-failed'))
  }

  ended.signal.addEventListener('abort', answerPage({ session: () => session, onSetupChanged: beginSafely }))
  window.addEventListener('pageshow', (event) => event.persisted && beginSafely(), { signal: ended.signal })
  whenOrphaned(() => {
    const shown = session !== null
    ended.abort()
    end()
    if (shown) showOrphanBanner(window.document)
  }, ended.signal)
  beginSafely()
}
