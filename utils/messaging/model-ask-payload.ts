import type { ModelAsk } from '#utils/assistant/model-ask.ts'
import { FEATURES, PURPOSES, useId } from '#proxy/contract/use.ts'
import { z } from '#utils/validation/zod.ts'

const message = z.strictObject({ role: z.literal(['system', 'user', 'assistant']), content: z.string().min(1).max(400_000) })
const modelAsk: z.ZodType<ModelAsk> = z.strictObject({
  useId,
  feature: z.enum(FEATURES),
  purpose: z.enum(PURPOSES),
  caseId: z.string().min(1).max(120).nullable(),
  model: z.string().min(1).max(120).nullable(),
  messages: z.array(message).min(1).max(200),
  maxTokens: z.int().min(1).max(32_000),
})

/** The question, or `undefined` when it is not one. */
export function modelAskPayload(raw: unknown): ModelAsk | undefined {
  return modelAsk.safeParse(raw).data
}
