import { APIError, type OpenAI } from 'openai'
import { answerFailed, type AnswerEnd } from '#utils/domain/answer-end.ts'
import type { ModelAsk } from '#utils/assistant/model-ask.ts'
import { USE_HEADERS } from '#proxy/contract/use.ts'
import { listModels } from './list-models.ts'
import { createModelClient, type ModelAccess } from './model-client.ts'
import { modelErrorCode } from './model-error.ts'
import { watchEnd } from './watch-end.ts'

export interface AnswerRun {
  readonly ask: ModelAsk
  /** HMAC of the case, or `null` when none is open. */
  readonly caseHash: string | null
  /** Aborting it closes the connection, on which the proxy stops the model. */
  readonly signal: AbortSignal
  readonly onText: (text: string) => void
}

type Finish = OpenAI.ChatCompletionChunk.Choice['finish_reason']

/** Asks and passes the answer on as it comes. Never rejects: how it ended is the result, and only `done` is whole. */
export async function streamAnswer(access: ModelAccess, run: AnswerRun): Promise<AnswerEnd> {
  try {
    const model = run.ask.model ?? (await listModels(access))[0]
    if (model === undefined) return answerFailed('model-away')
    return await follow(access, run, model)
  } catch (error) {
    return run.signal.aborted ? { state: 'aborted' } : answerFailed(modelErrorCode(error))
  }
}

async function follow(access: ModelAccess, { ask, caseHash, signal, onText }: AnswerRun, model: string): Promise<AnswerEnd> {
  const end = watchEnd(access.fetch ?? fetch)
  const client = createModelClient({ ...access, fetch: end.fetch })
  const stream = await client.chat.completions.create(
    { model, messages: [...ask.messages], max_tokens: ask.maxTokens, stream: true },
    { signal, headers: headersOf(ask, caseHash) },
  )
  const heard: Heard = { finish: null, model }
  const torn = await listen(stream, heard, { signal, onText })
  if (signal.aborted) return { state: 'aborted' }
  return torn ?? endOf(heard, end.isWhole())
}

/** `null`: the stream came to an end of its own. */
async function listen(
  stream: AsyncIterable<OpenAI.ChatCompletionChunk>,
  heard: Heard,
  { signal, onText }: Pick<AnswerRun, 'signal' | 'onText'>,
): Promise<AnswerEnd | null> {
  try {
    for await (const chunk of stream) {
      if (signal.aborted) return null
      const text = take(heard, chunk)
      if (text !== '') onText(text)
    }
    return null
  } catch (error) {
    // The proxy's own word on what went wrong, or a connection that broke under the answer.
    return answerFailed(error instanceof APIError && error.error !== undefined ? modelErrorCode(error) : 'answer-incomplete')
  }
}

interface Heard {
  finish: Finish
  model: string
}

/** Azure's filter sends events without a delta. */
type Loose = Partial<OpenAI.ChatCompletionChunk.Choice>

function take(heard: Heard, { choices, model }: OpenAI.ChatCompletionChunk): string {
  const [choice] = choices as readonly Loose[]
  if (model) heard.model = model
  if (choice?.finish_reason) heard.finish = choice.finish_reason
  return choice?.delta?.content ?? ''
}

function headersOf({ useId, feature, purpose }: ModelAsk, caseHash: string | null): Record<string, string> {
  return {
    [USE_HEADERS.use]: useId,
    [USE_HEADERS.feature]: feature,
    [USE_HEADERS.purpose]: purpose,
    ...(caseHash !== null && { [USE_HEADERS.case]: caseHash }),
  }
}

function endOf({ finish, model }: Heard, whole: boolean): AnswerEnd {
  // Withdrawn stays withdrawn, however the stream went on.
  if (finish === 'content_filter') return answerFailed('content-filtered')
  if (!whole) return answerFailed('answer-incomplete')
  switch (finish) {
    case 'stop':
      return { state: 'done', model }
    case 'length':
      return answerFailed('answer-too-long')
    default:
      // None, or a call of tools, which were not offered.
      return answerFailed('answer-incomplete')
  }
}
