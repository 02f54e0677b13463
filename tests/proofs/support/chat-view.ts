import type OpenAI from 'openai'

/** An answer as a user of the stock client sees it. */
export interface ChatView {
  readonly text: string
  readonly finish: string | null
  /** It ended with an error that nobody can overlook. */
  readonly hasFailed: boolean
  /** What the error was, in a word. */
  readonly error: string
  /** It had not ended when we stopped waiting. */
  readonly isHung: boolean
  readonly ms: number
}

export interface ChatAsk {
  readonly model: string
  /** Written into the prompt, so that the upstream knows which answer is meant. */
  readonly mark: string
  readonly stream: boolean
  readonly mostMs: number
}

/** Nothing tells the user that anything is missing. */
export function looksWhole({ hasFailed, isHung, finish }: ChatView): boolean {
  return !hasFailed && !isHung && finish === 'stop'
}

/** It ended without an error, and without any reason why. */
export function isUnmarked({ hasFailed, isHung, finish }: ChatView): boolean {
  return !hasFailed && !isHung && finish === null
}

export const markOf = (body: string): string => /#mark-([\w-]+)#/.exec(body)?.[1] ?? ''

export async function viewChat(client: OpenAI, { model, mark, stream, mostMs }: ChatAsk): Promise<ChatView> {
  const started = performance.now()
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), mostMs)
  const seen = { text: '', finish: null as string | null }
  const messages = [{ role: 'user' as const, content: `Hvad er næste skridt? #mark-${mark}#` }]
  const view = (hasFailed: boolean, error = ''): ChatView => ({
    ...seen,
    hasFailed: hasFailed && !late.signal.aborted,
    error,
    isHung: late.signal.aborted,
    ms: performance.now() - started,
  })
  try {
    if (stream) {
      const events = await client.chat.completions.create({ model, messages, stream: true }, { signal: late.signal })
      for await (const event of events) {
        seen.text += event.choices[0]?.delta?.content ?? ''
        seen.finish = event.choices[0]?.finish_reason ?? seen.finish
      }
    } else {
      const { choices } = await client.chat.completions.create({ model, messages }, { signal: late.signal })
      seen.text = choices[0]?.message.content ?? ''
      seen.finish = choices[0]?.finish_reason ?? null
    }
    return view(false)
  } catch (error) {
    return view(true, errorWord(error))
  } finally {
    clearTimeout(timer)
  }
}

function errorWord(error: unknown): string {
  const { code, name, status } = error as { readonly code?: unknown; readonly name?: string; readonly status?: number }
  return [typeof code === 'string' ? code : name, status].filter((part) => part !== undefined).join(' ')
}

/** Runs over the items, so many at a time. */
export async function inParallel<T>(items: readonly T[], width: number, run: (item: T, at: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      if (item !== undefined) await run(item, at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
}
