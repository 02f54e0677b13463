import type { Feature, Purpose } from '#proxy/contract/use.ts'

/** A question for the model, as a panel gives it to the background. */
export interface ModelAsk {
  /** Names this use of the model in both records of it: the proxy's and the extension's. A UUID. */
  readonly useId: string
  /** The part of the product that asks. */
  readonly feature: Feature
  /** What the caseworker is doing for the citizen. */
  readonly purpose: Purpose
  /** The host system's id of the open case; hashed in the background, and sent nowhere as it is. */
  readonly caseId: string | null
  /** `null`: the first the municipality allows. */
  readonly model: string | null
  readonly messages: readonly ModelMessage[]
  readonly maxTokens: number
}

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}
