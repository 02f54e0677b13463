import type { CaseToken } from '#utils/domain/ids.ts'
import type { PageReport } from './page-report.ts'

/** What the panel knows of one tab. */
export type TabReport =
  /** Asking the page, or between two documents. */
  | { readonly kind: 'waiting' }
  /** Nothing of ours is in the tab: another site, or a page from before an update. */
  | { readonly kind: 'no-page' }
  | PageReport

export interface TabCasesOptions {
  /** Opens a line to the page in a tab. Returns a function that closes it. */
  readonly connect: (tabId: number, on: { readonly report: (raw: unknown) => void; readonly gone: () => void }) => () => void
  readonly parse: (raw: unknown) => PageReport | null
  readonly onChange: () => void
  readonly later: (work: () => void, ms: number) => void
}

interface Line {
  report: TabReport
  close: () => void
  /** How many times in a row nobody was there. */
  failures: number
  /** Grows with everything that is told, so that what was told before it is known to be old. */
  told: number
}

const RETRY_MS = [60, 400]

/**
 * Map from tab to what is open in it, in memory only. A line belongs to one document: when it closes, what it told is
 * forgotten at once, and the new document is asked.
 */
export class TabCases {
  readonly #options: TabCasesOptions
  readonly #lines = new Map<number, Line>()
  #active: number | null = null

  constructor(options: TabCasesOptions) {
    this.#options = options
  }

  /** The tab in front and what it shows. */
  get active(): { readonly tabId: number | null; readonly report: TabReport } {
    const report = this.#active === null ? undefined : this.#lines.get(this.#active)?.report
    return { tabId: this.#active, report: report ?? { kind: 'waiting' } }
  }

  /** The case that is open in each tab that shows one. */
  get open(): ReadonlyMap<number, CaseToken> {
    const open = [...this.#lines].flatMap(([tabId, { report }]) => (report.kind === 'open' ? [[tabId, report.view.token] as const] : []))
    return new Map(open)
  }

  activate(tabId: number): void {
    this.#active = tabId
    const line = this.#lines.get(tabId)
    if (!line || line.report.kind === 'no-page') this.#open(tabId)
    this.#options.onChange()
  }

  /** The tab begins another document: what the old one told is gone before the new one speaks. */
  navigated(tabId: number, status: 'loading' | 'complete'): void {
    const line = this.#lines.get(tabId)
    if (!line) return
    // A change of address inside a living document also counts as loading; its line is still open and speaks for itself.
    if (status === 'loading' && line.report.kind === 'open') this.#tell(line, { kind: 'waiting' })
    if (line.report.kind === 'no-page' || line.report.kind === 'waiting') this.#open(tabId)
  }

  closed(tabId: number): void {
    this.#lines.get(tabId)?.close()
    this.#lines.delete(tabId)
    if (this.#active === tabId) this.#active = null
    this.#options.onChange()
  }

  #open(tabId: number, failures = 0): void {
    this.#lines.get(tabId)?.close()
    const line: Line = { report: { kind: 'waiting' }, close: () => undefined, failures, told: 0 }
    this.#lines.set(tabId, line)
    line.close = this.#options.connect(tabId, {
      report: (raw) => {
        if (this.#lines.get(tabId) !== line) return
        line.failures = 0
        this.#heard(tabId, line, this.#options.parse(raw) ?? { kind: 'off', code: 'message-refused' })
      },
      gone: () => this.#gone(tabId, line),
    })
  }

  /**
   * A busy panel hears late. What takes a case away is done at once; a case is shown only when nothing that was sent
   * after it is waiting to be heard, for that may say that it is gone.
   */
  #heard(tabId: number, line: Line, report: PageReport): void {
    if (report.kind !== 'open') return this.#tell(line, report)
    line.told += 1
    const { told } = line
    this.#options.later(() => {
      if (this.#lines.get(tabId) === line && line.told === told) this.#tell(line, report)
    }, 0)
  }

  #gone(tabId: number, line: Line): void {
    if (this.#lines.get(tabId) !== line) return
    const wait = RETRY_MS[line.failures]
    this.#tell(line, wait === undefined ? { kind: 'no-page' } : { kind: 'waiting' })
    if (wait === undefined) return
    this.#options.later(() => {
      if (this.#lines.get(tabId) === line) this.#open(tabId, line.failures + 1)
    }, wait)
  }

  #tell(line: Line, report: TabReport): void {
    line.report = report
    line.told += 1
    this.#options.onChange()
  }
}
