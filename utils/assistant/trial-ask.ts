import type { ModelAsk } from './model-ask.ts'

/** A question that shows whether the way to the model works, and holds nothing of anybody. */
export function trialAsk(useId: string): ModelAsk {
  return {
    useId,
    feature: 'unspecified',
    purpose: 'practice',
    caseId: null,
    model: null,
    messages: [{ role: 'user', content: 'Skriv én kort sætning på dansk, der siger, at forbindelsen virker.' }],
    maxTokens: 200,
  }
}
