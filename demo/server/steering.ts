/**
 * What a test or an instructor can steer, for one browser session. Set by URL query on any page of the stand-in
 * (`?s.latency=200-4000&s.fail=note:500`) or on `/__control`; kept on the server under the session's cookie, so parallel
 * sessions do not disturb each other. `s.reset=1` goes back to the defaults.
 */
export interface Steering {
  /** Milliseconds before an answer, from–to: each answer draws its own. */
  readonly latencyMin: number
  readonly latencyMax: number
  /** Latency for single parts (`head`, a group's name, `caseload` …), over the general one. */
  readonly latencyOf: Readonly<Record<string, number>>
  /** Parts that fail: `head`, a group's name, `search`, `caseload`, `*`. */
  readonly fail: Readonly<Record<string, FailureKind>>
  /** Rows a page of a table. */
  readonly pageSize: number
  /** Dialect M: only the rows in view are in the DOM. */
  readonly virtual: boolean
  readonly dates: DateStyle
  /** CPR numbers are shown as `140752-XXXX` until "Vis" is pressed. */
  readonly maskCpr: boolean
  /** Which words the page uses for its labels: 0 the usual ones, 1 and 2 synonyms. */
  readonly labels: LabelVariant
  /** Preview version of the host system: another version marker in the footer. */
  readonly preview: boolean
  /** Dialect M: milliseconds that the tab's title lags behind. */
  readonly titleLag: number
  /** Dialect M: milliseconds that panels of the citizen before stay when another is opened. */
  readonly stalePanels: number
  /** Answers left before the session expires; `null` never. */
  readonly expiresAfter: number | null
}

export const FAILURE_KINDS = ['401', '403', '500', 'partial'] as const
export type FailureKind = (typeof FAILURE_KINDS)[number]
export const DATE_STYLES = ['dialect', 'dots', 'dashes', 'slashes', 'words', 'iso'] as const
/** `dialect`: the dialect's own · `words`: 22. november 2026. */
export type DateStyle = (typeof DATE_STYLES)[number]
export const LABEL_VARIANTS = [0, 1, 2] as const
export type LabelVariant = (typeof LABEL_VARIANTS)[number]

export const DEFAULT_STEERING: Steering = {
  latencyMin: 0,
  latencyMax: 0,
  latencyOf: {},
  fail: {},
  pageSize: 25,
  virtual: true,
  dates: 'dialect',
  maskCpr: false,
  labels: 0,
  preview: false,
  titleLag: 0,
  stalePanels: 0,
  expiresAfter: null,
}
