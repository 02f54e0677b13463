import { z } from 'zod'

/**
 * What of the OpenAI wire format the proxy takes. A field that is not here is refused: tools, pictures, stored answers,
 * several answers and names of persons among them. Sizes in bytes are the server's to limit.
 */
const MOST_MESSAGES = 400
const MOST_PARTS = 100
const MOST_INPUTS = 256

const modelId = z.string().min(1).max(100)
const share = (least: number, most: number) => z.number().min(least).max(most).optional()
const tokens = z.int().min(1).max(1_000_000).optional()

const textPart = z.strictObject({ type: z.literal('text'), text: z.string() })
const content = z.union([z.string(), z.array(textPart).min(1).max(MOST_PARTS)])

const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['system', 'developer', 'user']), content }),
  z.strictObject({ role: z.literal('assistant'), content }),
])

const responseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['text', 'json_object']) }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      description: z.string().max(2000).optional(),
      schema: z.record(z.string(), z.json()).optional(),
      strict: z.boolean().nullable().optional(),
    }),
  }),
])

/** `POST /v1/chat/completions`. */
export const chatRequest = z.strictObject({
  model: modelId,
  messages: z.array(message).min(1).max(MOST_MESSAGES),
  stream: z.boolean().nullable().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).nullable().optional(),
  max_tokens: tokens.nullable(),
  max_completion_tokens: tokens.nullable(),
  temperature: share(0, 2).nullable(),
  top_p: share(0, 1).nullable(),
  presence_penalty: share(-2, 2).nullable(),
  frequency_penalty: share(-2, 2).nullable(),
  stop: z
    .union([z.string().max(200), z.array(z.string().max(200)).min(1).max(4)])
    .nullable()
    .optional(),
  seed: z.int().nullable().optional(),
  response_format: responseFormat.optional(),
  reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high']).nullable().optional(),
  n: z.literal(1).nullable().optional(),
  store: z.literal(false).nullable().optional(),
})

/** `POST /v1/embeddings`. Lists of token numbers are refused: nobody can see a CPR number in them. */
export const embeddingsRequest = z.strictObject({
  model: modelId,
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(MOST_INPUTS)]),
  dimensions: z.int().min(1).max(8192).optional(),
  encoding_format: z.enum(['float', 'base64']).optional(),
})

/** The text fields of `POST /v1/audio/transcriptions`; the sound stands beside them in `file`. */
export const transcriptionFields = z.strictObject({
  model: modelId,
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  prompt: z.string().max(4000).optional(),
  response_format: z.literal('json').optional(),
  temperature: z.coerce.number().min(0).max(1).optional(),
})

export type ChatRequest = z.infer<typeof chatRequest>
export type EmbeddingsRequest = z.infer<typeof embeddingsRequest>
export type TranscriptionFields = z.infer<typeof transcriptionFields>
