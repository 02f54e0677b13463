import { AppError } from '#utils/domain/app-error.ts'
import type { FactRef } from '#utils/domain/advice.ts'
import type { PageState } from '#utils/domain/case-view.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { CaseToken } from '#utils/domain/ids.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import type { LoadedPack } from '#utils/guidance/pack.ts'
import type { Client } from '#utils/messaging/client.ts'
import type { ReaderToBackground } from '#utils/messaging/maps.ts'
import type { PanelPort } from '#utils/messaging/panel-port.ts'
import { followQuickLink } from '#utils/page/follow-quick-link.ts'
import { watchPage } from '#utils/page/watch-page.ts'
import { createCaseDisplay, type CaseDisplay, type Reading } from './case-display.ts'

interface SessionOptions {
  readonly window: Window
  readonly setup: Reading
  /** `null` when loading was broken off. */
  readonly rules: Promise<LoadedPack | null>
  readonly panel: PanelPort
  readonly background: Client<ReaderToBackground>
  /** The session cannot go on; whoever holds it ends it. */
  readonly onFailed: (code: ErrorCode) => void
}

/** Reading and showing by one setup. Everything of a case lives in here and is dropped when the watcher says that it is gone. */
export class Session {
  readonly #options: SessionOptions
  readonly #stopWatching: () => void
  /** Made once the page is being watched: what shows can wait, the watch cannot. */
  #shown: CaseDisplay | null = null
  #setup: Reading
  #state: PageState = { kind: 'settling' }
  #rules: LoadedPack | null = null
  #ended = false

  constructor(options: SessionOptions) {
    const { window, setup } = options
    this.#options = options
    this.#setup = setup
    this.#stopWatching = watchPage({
      window,
      profile: setup.profile,
      asks: (group) => this.#rules?.layout.groups.includes(group) ?? true,
      onState: (state) => this.#changed(state),
    })
    void this.#takeRules()
  }

  /** The case that is confirmed and shown now. */
  get token(): CaseToken | null {
    return this.#state.kind === 'open' ? this.#state.view.token : null
  }

  /** Takes over changed switches without reading anew; `false` when the setup is for another kind of session. */
  adopt(setup: Reading): boolean {
    if (JSON.stringify(setup.profile) !== JSON.stringify(this.#setup.profile)) return false
    this.#setup = setup
    this.#shown?.adopt(setup)
    this.#show()
    return true
  }

  followLink(link: QuickLinkId): void {
    if (this.#state.kind !== 'open') throw new AppError('case-gone')
    const { window } = this.#options
    if (!followQuickLink({ window, profile: this.#setup.profile, view: this.#state.view, link })) throw new AppError('link-not-found')
  }

  showFact(fact: FactRef): void {
    this.#shown?.showFact(fact)
  }

  focusBar(): void {
    this.#shown?.focusBar()
  }

  end(): void {
    this.#ended = true
    this.#stopWatching()
    this.#state = { kind: 'settling' }
    this.#shown?.destroy()
    this.#options.panel.publish(this.#state)
  }

  #display(): CaseDisplay {
    const { window, background } = this.#options
    this.#shown ??= createCaseDisplay({ window, setup: this.#setup, background, followLink: (link) => this.followLink(link) })
    return this.#shown
  }

  #changed(next: PageState): void {
    // The old case leaves the screen before anything else is done with the new state.
    if (next.kind !== 'open' || next.view.token !== this.token) this.#shown?.clear()
    this.#state = next
    this.#options.panel.publish(next)
    this.#show()
  }

  async #takeRules(): Promise<void> {
    try {
      const rules = await this.#options.rules
      if (rules === null || this.#ended) return
      this.#rules = rules
      this.#display().useRules(rules)
      this.#show()
    } catch {
      if (!this.#ended) this.#options.onFailed('pack-invalid')
    }
  }

  #show(): void {
    if (this.#state.kind !== 'open') return
    try {
      this.#display().show(this.#state.view)
    } catch (error) {
      this.#shown?.clear()
      this.#options.onFailed(error instanceof AppError ? error.code : 'reader-failed')
    }
  }
}
