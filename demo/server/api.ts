/**
 * What dialect M's client and the stand-in's server say to each other. Values are canonical (`utils/domain/fact.ts`):
 * days `YYYY-MM-DD`, times `YYYY-MM-DDTHH:mm`, CPR numbers ten digits. How they are spelt on screen is the dialect's business.
 *
 * Every answer obeys the steering of the browser session (cookie): it may be late, 401, 500 or partial.
 *
 *   GET  /api/session                              SessionAnswer
 *   GET  /api/search?q=                            SearchAnswer
 *   GET  /api/caseload?offset&limit&q              CaseloadAnswer
 *   GET  /api/people                               PeopleAnswer (named persons and their stories, for the start page)
 *   GET  /api/case/:guid/head                      HeadAnswer (citizen.* and case.*)
 *   GET  /api/case/:guid/part/:group               SinglePart, or ListPart with ?offset&limit&status
 *   GET  /api/case/:guid/note/:id                  NoteAnswer
 *   GET  /api/case/:guid/relations                 RelationsAnswer
 *   GET  /api/tasks?offset&limit                   TasksAnswer (several citizens)
 *   GET  /api/access                               AccessAnswer (several citizens)
 *   GET  /api/case/:guid/document/:id              the document, application/pdf
 *   POST /api/case/:guid/:group                    SaveRequest → SaveAnswer; really changes the state
 *   POST /api/logout                               ends the session; the next answer is 401
 *   POST /api/login                                starts it again
 *
 * Errors: 401 `{ error: 'unauthorised' }` · 403 no access, 423 locked, 404, 500: `ErrorAnswer`.
 */
import type { Relation, RowRecord } from '#demo/data/case-record.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import type { ListGroup, SingleGroup, SingleKey } from '#utils/domain/fact-catalogue.ts'
import type { Steering } from './steering.ts'

export type SingleFacts = Readonly<Partial<Record<SingleKey, FactValue>>>

export interface SessionAnswer {
  /** `session.*` */
  readonly facts: SingleFacts
  readonly steering: Steering
  /** The stand-in's today, `YYYY-MM-DD`: overdue marks and the like count from it. */
  readonly today: string
  readonly banner: string
}

/** One citizen in a list of several. */
export interface PersonRow {
  readonly guid: string
  readonly number: number
  readonly name: string
  readonly cpr: string
  readonly age: number | null
  readonly targetGroup: string | null
  readonly caseType: string | null
  readonly caseStart: string | null
  readonly lastMeeting: string | null
  readonly nextDeadline: string | null
  readonly offers: number
  readonly obs: boolean
  readonly caseworker: string | null
  readonly team: string | null
}

export interface SearchAnswer {
  readonly hits: readonly PersonRow[]
}
export interface CaseloadAnswer {
  readonly rows: readonly PersonRow[]
  readonly total: number
}
export interface PeopleAnswer {
  readonly people: readonly (PersonRow & { readonly story: string })[]
}

export interface HeadAnswer {
  readonly guid: string
  readonly caseGuid: string
  /** `citizen.*` and `case.*`. A key that is absent is not on the page (a protected address); `null` is an empty field. */
  readonly facts: SingleFacts
  /** Set when a colleague holds the citizen: show the banner "Borgeren er reserveret af …". */
  readonly reservedBy: string | null
}

export interface SinglePart {
  readonly kind: 'single'
  readonly group: SingleGroup
  /** All `null` when the citizen has no such thing (no sickness case): the page says so and shows its empty fields. */
  readonly facts: SingleFacts
  /** The steering asked for a partial answer: some fields are missing and the page shows a notice. */
  readonly partial: boolean
}

export interface ListPart {
  readonly kind: 'list'
  readonly group: ListGroup
  /** Rows from `offset`. Journal rows come without `note.body`: ask for the note. */
  readonly rows: readonly RowRecord<ListGroup>[]
  /** All rows that the filter lets through. */
  readonly total: number
  readonly offset: number
  readonly partial: boolean
}
export type PartAnswer = SinglePart | ListPart

export interface NoteAnswer {
  /**
   * The whole row with `note.body`: plain text with line breaks. Show it as text. The character U+E000 in it stands for a
   * `<wbr>`; it is markup, not text. A title may contain HTML: it is text too.
   */
  readonly row: RowRecord<'note'>
  readonly attachments: readonly RowRecord<'doc'>[]
}

export interface RelationsAnswer {
  readonly relations: readonly Relation[]
}

export interface TasksAnswer {
  readonly rows: readonly { readonly person: PersonRow; readonly row: RowRecord<'task'> }[]
  readonly total: number
}
export interface AccessAnswer {
  readonly rows: readonly { readonly person: PersonRow; readonly facts: SingleFacts }[]
}

export interface SaveRequest {
  /** For a list: the row to change; absent makes a new row. */
  readonly id?: string
  /** Canonical keys of the group. */
  readonly values: Readonly<Record<string, FactValue>>
}
export interface SaveAnswer {
  readonly ok: true
  /** The row's id, or the group's name for a single group. */
  readonly id: string
  /** What now stands in the state. */
  readonly values: Readonly<Record<string, FactValue>>
}

export interface ErrorAnswer {
  readonly error: 'unauthorised' | 'no-access' | 'not-found' | 'failed' | 'bad-request'
}
