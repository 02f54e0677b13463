import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { whenOrphaned } from '#utils/browser/extension-alive.ts'
import { takeEarlySetup } from '#utils/case-session/early-setup.ts'
import type { ReaderSetup } from '#utils/case-session/reader-setup.ts'
import { loadRulePackSteps, type LoadedPack } from '#utils/guidance/pack.ts'
import type { Client } from '#utils/messaging/client.ts'
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
  const rules = rulesOnce(watching.promise, background)
  let session: Session | null = null
  let asked = 0

  const end = () => {
    session?.end()
    session = null
  }
  const begin = async (answer: Promise<ReaderSetup>) => {
    asked += 1
    const mine = asked
    try {
      const setup = await answer
      // Settings may change twice in a row: only the newest answer counts.
      if (mine === asked && !ended.signal.aborted) use(setup)
    } catch (error) {
      fail(error instanceof AppError ? error.code : 'reader-failed')
    }
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
  const beginAnew = () => void begin(background('readerSetup'))

  ended.signal.addEventListener('abort', answerPage({ session: () => session, onSetupChanged: beginAnew }))
  window.addEventListener('pageshow', (event) => event.persisted && beginAnew(), { signal: ended.signal })
  whenOrphaned(() => {
    const shown = session !== null
    ended.abort()
    end()
    if (shown) showOrphanBanner(window.document)
  }, ended.signal)
  // Asked again all the same: settings may have changed before anybody here could hear of it.
  void begin(takeEarlySetup() ?? background('readerSetup')).then(beginAnew)
}

async function rulesOnce(watching: Promise<void>, background: Client<ReaderToBackground>): Promise<LoadedPack | null> {
  await watching
  return runInSlices(loadRulePackSteps(await background('rulePack')))
}
