import { FormData as OutgoingForm } from 'undici'
import type { ModelSettings, PlaceSettings, UpstreamSettings } from './upstream-config.ts'
import type { UpstreamAsk } from './upstreams.ts'

interface Target {
  readonly upstream: UpstreamSettings
  readonly model: ModelSettings
  readonly place: PlaceSettings
}

/** What is sent: the caller's request under the names that this upstream knows, never longer answers than are allowed. */
export function bodyFor(ask: UpstreamAsk, target: Target): string | OutgoingForm {
  if (ask.body instanceof FormData) return formFor(ask.body, target)
  const { max_tokens: most, max_completion_tokens: longest, store, ...rest } = ask.body
  const body: Record<string, unknown> = { ...rest, model: target.place.model }
  if (ask.kind === 'chat') body[tokenFieldOf(target)] = limitOf(longest ?? most, target.model.maxAnswerTokens)
  // Only Azure has a store to keep out of; others refuse a field that they do not know.
  if (target.upstream.kind === 'azure' && store !== undefined) body['store'] = false
  return JSON.stringify(body)
}

function formFor(form: FormData, { place }: Target): OutgoingForm {
  const outgoing = new OutgoingForm()
  outgoing.set('model', place.model)
  for (const [name, value] of form) {
    if (name === 'model') continue
    if (typeof value === 'string') outgoing.append(name, value)
    else outgoing.append(name, value, value.name)
  }
  return outgoing
}

function tokenFieldOf({ place, upstream }: Target): 'max_tokens' | 'max_completion_tokens' {
  return place.tokenField ?? (upstream.kind === 'azure' ? 'max_completion_tokens' : 'max_tokens')
}

function limitOf(asked: unknown, most: number): number {
  return typeof asked === 'number' && asked > 0 ? Math.min(asked, most) : most
}

const PATHS = { chat: 'chat/completions', embeddings: 'embeddings', transcription: 'audio/transcriptions' } as const

/** Made of the configuration alone: nothing of a request can change where it goes. */
export function pathFor(kind: UpstreamAsk['kind'], upstream: UpstreamSettings, place: PlaceSettings): string {
  const base = new URL(upstream.address).pathname.replace(/\/+$/, '')
  if (upstream.kind === 'openai-compatible') return `${base}/${PATHS[kind]}`
  return `/openai/deployments/${encodeURIComponent(place.model)}/${PATHS[kind]}?api-version=${upstream.apiVersion}`
}
