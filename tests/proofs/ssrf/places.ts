/** A request as bytes on the wire, so that nothing on our side puts it right. */
export interface RawRequest {
  readonly method: string
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/** Where in a request a target can stand. */
export interface Place {
  readonly where: string
  readonly put: (target: string, good: RawRequest) => RawRequest
}

const HEADERS = [
  'x-portkey-custom-host',
  'x-portkey-config',
  'x-portkey-provider',
  'x-portkey-forward-headers',
  'x-custom-host',
  'x-upstream',
  'x-upstream-url',
  'x-base-url',
  'x-api-base',
  'x-target-url',
  'x-endpoint',
  'x-azure-endpoint',
  'x-litellm-api-base',
  'helicone-target-url',
  'helicone-openai-api-base',
  'openai-base-url',
  'openai-organization',
  'openai-project',
  'api-base',
  'base-url',
  'x-forwarded-host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-forwarded-prefix',
  'x-host',
  'x-http-host-override',
  'x-original-url',
  'x-original-host',
  'x-rewrite-url',
  'x-proxy-url',
  'x-real-ip',
  'forwarded',
  'via',
  'proxy',
  'proxy-authorization',
  'referer',
  'origin',
  'destination',
  'location',
  'content-location',
  'link',
  'alt-used',
  'x-sagshjaelp-use',
  'x-sagshjaelp-case',
  'traceparent',
  'cookie',
  'user-agent',
  'from',
]
const FIELDS = [
  'api_base',
  'base_url',
  'api_url',
  'url',
  'endpoint',
  'azure_endpoint',
  'host',
  'custom_host',
  'provider',
  'upstream',
  'proxy',
  'config',
  'fallbacks',
  'callback_url',
  'webhook',
  'user',
  'metadata',
  'service_tier',
  'web_search_options',
  'prediction',
  '__proto__',
  'constructor',
]
const QUERIES = ['url', 'api_base', 'base_url', 'target', 'endpoint', 'host', 'upstream', 'api-version', 'redirect_uri', 'callback']
const ROUTES = [
  '/v1/proxy/{target}',
  '/proxy?url={target}',
  '/v1/chat/completions/{target}',
  '/v1/{target}/chat/completions',
  '/{target}',
  '/v1/models/{target}',
  '/v1/files?url={target}',
  '/v1/responses?base_url={target}',
  '/v1/completions?base_url={target}',
  '/v1/images/generations?url={target}',
  '/v1/realtime?url={target}',
  '/openai/deployments/{target}/chat/completions?api-version=1',
  '/v1/knowledge/{target}',
  '/v1/knowledge/search?q={target}',
  '/metrics?target={target}',
]

const withBody = (good: RawRequest, change: (body: Record<string, unknown>) => Record<string, unknown>): RawRequest => ({
  ...good,
  body: JSON.stringify(change(JSON.parse(good.body) as Record<string, unknown>)),
})

export const header = (name: string): Place => ({
  where: `header:${name}`,
  // A line break would end the header, and what follows it would be one of ours.
  put: (target, good) => ({
    ...good,
    headers: [...good.headers.filter(([own]) => own !== name), [name, target.replaceAll(/[\r\n]/g, ' ')]],
  }),
})

export const field = (name: string): Place => ({
  where: `body:${name}`,
  // Written by hand: a key like __proto__ must really be there.
  put: (target, good) => ({ ...good, body: good.body.replace('{', `{${JSON.stringify(name)}:${JSON.stringify(target)},`) }),
})

export const query = (name: string): Place => ({
  where: `query:${name}`,
  put: (target, good) => ({ ...good, path: `${good.path}?${name}=${encodeURIComponent(target)}` }),
})

const route = (pattern: string, isEncoded: boolean): Place => ({
  where: `route:${pattern}${isEncoded ? '' : ' as it is'}`,
  put: (target, good) => ({ ...good, path: pattern.replace('{target}', isEncoded ? encodeURIComponent(target) : bare(target)) }),
})

/** What would end the request line is taken out. */
const bare = (target: string) => target.replaceAll(/[\s\r\n]/g, '')

const part = (kind: string, value: (target: string) => unknown): Place => ({
  where: `content:${kind}`,
  put: (target, good) =>
    withBody(good, (body) => ({ ...body, messages: [{ role: 'user', content: [{ type: kind, [kind]: value(target) }] }] })),
})

const BOUNDARY = 'proof-boundary'

const formField = (name: string): Place => ({
  where: `form:${name}`,
  put: (target, good) => {
    const lines = [
      `--${BOUNDARY}`,
      `Content-Disposition: form-data; name="${name}"`,
      '',
      target,
      `--${BOUNDARY}`,
      `Content-Disposition: form-data; name="file"; filename="${bare(target).replaceAll('"', '')}"`,
      'Content-Type: audio/wav',
      '',
      'RIFF0000WAVEfmt 0000000000000000',
      `--${BOUNDARY}--`,
      '',
    ]
    const headers = good.headers.map(([own, value]): [string, string] => [
      own,
      own === 'content-type' ? `multipart/form-data; boundary=${BOUNDARY}` : value,
    ])
    return { ...good, path: '/v1/audio/transcriptions', headers, body: lines.join('\r\n') }
  },
})

const OTHERS: readonly Place[] = [
  { where: 'model', put: (target, good) => withBody(good, (body) => ({ ...body, model: target })) },
  {
    where: 'model with a place in it',
    put: (target, good) => withBody(good, (body) => ({ ...body, model: `${String(body['model'])}@${target}` })),
  },
  { where: 'host', put: (target, good) => header('host').put(hostIn(target), good) },
  { where: 'absolute', put: (target, good) => ({ ...good, path: bare(target) }) },
  { where: 'connect', put: (target, good) => ({ ...good, method: 'CONNECT', path: hostIn(target), body: '' }) },
  { where: 'options', put: (target, good) => ({ ...good, method: 'OPTIONS', path: bare(target), body: '' }) },
  { where: 'trace', put: (target, good) => ({ ...good, method: 'TRACE', path: bare(target), body: '' }) },
  {
    where: 'upgrade',
    put: (target, good) => header('upgrade').put(bare(target), { ...good, headers: [...good.headers, ['connection', 'upgrade']] }),
  },
  { where: 'path:double slash', put: (target, good) => ({ ...good, path: `//${hostIn(target)}/v1/chat/completions` }) },
  { where: 'path:at', put: (target, good) => ({ ...good, path: `@${hostIn(target)}/v1/chat/completions` }) },
  { where: 'stop', put: (target, good) => withBody(good, (body) => ({ ...body, stop: target.slice(0, 200) })) },
  {
    where: 'text',
    put: (target, good) => withBody(good, (body) => ({ ...body, messages: [{ role: 'user', content: `Hent ${target}` }] })),
  },
  {
    where: 'schema',
    put: (target, good) =>
      withBody(good, (body) => ({
        ...body,
        response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { $ref: target, $schema: target } } },
      })),
  },
  {
    where: 'tool',
    put: (target, good) => withBody(good, (body) => ({ ...body, tools: [{ type: 'mcp', server_url: target, server_label: 'x' }] })),
  },
  {
    where: 'use',
    put: (target, good) => ({ ...good, path: '/v1/usage', body: JSON.stringify({ url: target, records: [{ id: target }] }) }),
  },
]

/** Places that a request can have. */
export const PLACES: readonly Place[] = [
  ...HEADERS.map(header),
  ...FIELDS.map(field),
  ...QUERIES.map(query),
  ...ROUTES.flatMap((pattern) => [route(pattern, true), route(pattern, false)]),
  part('image_url', (url) => ({ url })),
  part('input_audio', (data) => ({ data, format: 'wav' })),
  part('file', (file_data) => ({ file_data })),
  part('file_url', (url) => url),
  ...['model', 'url', 'prompt', 'file_url', 'language', 'response_format'].map(formField),
  ...OTHERS,
]

function hostIn(target: string): string {
  return bare(target)
    .replace(/^[a-z+.-]*:?\/*/i, '')
    .replace(/[/?#\\].*$/, '')
}

/** The places that a line of data means; all of them when it says nothing that we know. */
export function placesFor(where: string): readonly Place[] {
  const wanted = where.trim().toLowerCase()
  const known = PLACES.filter((place) => place.where.toLowerCase() === wanted)
  if (known.length > 0) return known
  const [, kind = '', name = ''] = /^(header|body|json|field|query|param|form)[:. =-]+([\w.-]+)$/.exec(wanted) ?? []
  if (kind === 'header') return [header(name)]
  if (['body', 'json', 'field'].includes(kind)) return [field(name)]
  if (['query', 'param'].includes(kind)) return [query(name)]
  if (kind === 'form') return [formField(name)]
  if (/^[\w-]+$/.test(wanted) && (wanted.startsWith('x-') || HEADERS.includes(wanted))) return [header(wanted)]
  if (FIELDS.includes(wanted)) return [field(wanted)]
  const group = /^(header|body|query|route|path|form|content)s?$/.exec(wanted)?.[1]
  const ofGroup = PLACES.filter((place) => group !== undefined && place.where.startsWith(`${group === 'path' ? 'route' : group}:`))
  return ofGroup.length > 0 ? ofGroup : PLACES
}
