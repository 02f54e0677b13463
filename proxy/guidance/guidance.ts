import type { Caller } from '../auth/caller.ts'
import type { ProxyErrorCode } from '../contract/error-code.ts'
import type { ChangeAnswer, LogPage, LogVerification, SwitchChange, Switchboard } from '../contract/guidance.ts'
import type { KillSwitch } from './kill-switch.ts'
import type { LocalRules } from './local-rules.ts'

export type Refusal = { readonly ok: false; readonly code: ProxyErrorCode }
export type Answered<T> = ({ readonly ok: true; readonly etag: string } & T) | Refusal

/** A body that is ready to be sent. */
export interface ReadyAnswer {
  readonly etag: string
  readonly body: string
}

export interface Wish {
  readonly caller: Caller
  /** The whole `If-Match` header. */
  readonly ifMatch: string | undefined
}

/** Rule packs and switches. Reading is from memory; a change has reached the disk when its promise resolves. */
export interface Guidance {
  readonly killSwitch: KillSwitch
  readonly localRules: LocalRules
  /** Packs and the unit's signed switches. */
  answerFor(unit: string): ReadyAnswer
  switchboard(caller: Caller, unit: string | undefined): Answered<{ readonly board: Switchboard }>
  change(wish: Wish, switchId: string, change: SwitchChange): Promise<Answered<ChangeAnswer>>
  decide(wish: Wish, decision: Decision): Promise<Answered<ChangeAnswer>>
  log(caller: Caller, ask: LogAsk): Promise<Answered<{ readonly page: LogPage }>>
  verifyLog(): Promise<LogVerification>
  close(): Promise<void>
}

export interface Decision {
  readonly verb: 'undo' | 'approve' | 'reject'
  readonly entry: number
  readonly reason: string
}

export interface LogAsk {
  readonly after: number
  readonly limit: number
  readonly unit?: string | undefined
}
