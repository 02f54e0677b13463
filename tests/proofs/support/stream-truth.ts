/**
 * What an event stream says when it is read all at once, by the letter: written apart from the proxy's reader, which
 * reads piece by piece, so that one can be held against the other.
 */
export interface StreamTruth {
  /** The upstream said that it was done, and nothing before that was broken. */
  readonly isWhole: boolean
  readonly text: string
  readonly finish: string | null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** `model`: the only name that may answer; `null` when any may. */
export function truthOf(bytes: Uint8Array, model: string | null = null): StreamTruth {
  const reading: Reading = { text: '', finish: null, id: '', model }
  for (const data of eventsOf(bytes)) {
    if (data === '[DONE]') return { ...said(reading), isWhole: reading.finish !== null }
    if (data === null || !readEvent(data, reading)) break
  }
  return { ...said(reading), isWhole: false }
}

/** The data of each event; `null` where the stream stops being text. */
function* eventsOf(bytes: Uint8Array): Generator<string | null> {
  let data: string[] = []
  let isFirst = true
  for (const line of linesOf(bytes)) {
    const text = decoded(line)
    if (text === null) return yield null
    const bare = isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text
    isFirst = false
    if (bare !== '') {
      const [, value] = /^data(?::[ ]?(.*))?$/s.exec(bare) ?? []
      if (/^data(?::|$)/.test(bare)) data.push(value ?? '')
      continue
    }
    if (data.length > 0) yield data.join('\n')
    data = []
  }
}

/** Only lines that have ended. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte !== 0x0a && byte !== 0x0d) continue
    yield bytes.subarray(start, at)
    if (byte === 0x0d && bytes[at + 1] === 0x0a) at += 1
    start = at + 1
  }
}

function decoded(line: Uint8Array): string | null {
  try {
    return utf8.decode(line)
  } catch {
    return null
  }
}

type Loose = Readonly<Record<string, unknown>>
type Reading = { text: string; finish: string | null; id: string; readonly model: string | null }

const said = ({ text, finish }: Reading) => ({ text, finish })

function readEvent(data: string, reading: Reading): boolean {
  const event = jsonOf(data)
  if (event === null || isObject(event['error']) || typeof event['error'] === 'string') return false
  const { id, choices, model } = event
  if (reading.model !== null && ![undefined, null, '', reading.model].includes(model as string)) return false
  if (typeof id === 'string' && id !== '') {
    if (reading.id !== '' && reading.id !== id) return false
    reading.id = id
  }
  if (!Array.isArray(choices) || choices.length > 1) return false
  return choices.length === 0 || readChoice(choices[0], reading)
}

function readChoice(choice: unknown, reading: Reading): boolean {
  if (!isObject(choice) || ![0, undefined, null].includes(choice['index'] as number)) return false
  const delta = choice['delta'] ?? {}
  if (!isObject(delta)) return false
  const { content, tool_calls: tools, function_call: call } = delta
  if (![undefined, null].includes(content as null) && typeof content !== 'string') return false
  if ((Array.isArray(tools) && tools.length > 0) || isObject(tools) || isObject(call)) return false
  if (typeof content === 'string' && content !== '' && reading.finish !== null) return false
  reading.text += typeof content === 'string' ? content : ''
  const finish = choice['finish_reason'] ?? null
  if (finish === null) return true
  if (!['stop', 'length', 'content_filter'].includes(finish as string)) return false
  reading.finish = finish as string
  return true
}

function jsonOf(text: string): Loose | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same of an answer in one piece. */
export function wholeTruthOf(bytes: Uint8Array): StreamTruth {
  const none = { isWhole: false, text: '', finish: null }
  const text = decoded(bytes)
  const answer = text === null ? null : jsonOf(text.startsWith('\uFEFF') ? text.slice(1) : text)
  const choices = answer?.['choices']
  if (
    answer === null ||
    isObject(answer['error']) ||
    typeof answer['error'] === 'string' ||
    !Array.isArray(choices) ||
    choices.length !== 1
  )
    return none
  const [choice] = choices as readonly unknown[]
  const message = isObject(choice) ? choice['message'] : null
  if (!isObject(choice) || !isObject(message)) return none
  const { content, tool_calls: tools, function_call: call } = message
  const hasTools = (Array.isArray(tools) && tools.length > 0) || isObject(tools) || isObject(call)
  const finish = choice['finish_reason']
  if (
    hasTools ||
    !(content === null || content === undefined || typeof content === 'string') ||
    !['stop', 'length', 'content_filter'].includes(String(finish))
  )
    return none
  return { isWhole: true, text: content ?? '', finish: String(finish) }
}
