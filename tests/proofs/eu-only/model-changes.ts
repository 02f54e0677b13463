import type { BadUpstream, Behaviour } from '#tests/proxy/support/bad-upstream.ts'
import { chatAnswer, chatEvents, DONE, embeddingsAnswer, JSON_TYPE, SSE } from '#tests/proxy/support/upstream-answers.ts'
import type { ProxyStage } from '../support/proxy-stage.ts'
import type { Tally } from '../support/tally.ts'
import type { Raw } from './good-configs.ts'

const RIGHT = 'gpt-4.1-2025-04-14'
/** What the wrong model says; nobody may see it. */
export const STRANGER = 'ord-fra-en-fremmed-model'
const FINGERPRINT = 'fp_test'

interface Change {
  readonly id: string
  readonly kind: 'chat' | 'embeddings'
  readonly stream: boolean
  readonly behaviour: Behaviour
  /** What the right model had said before. */
  readonly before: string
  readonly place?: Raw
  readonly isAzure?: boolean
}

const WRONG_NAMES = [
  'gpt-4.1',
  'gpt-4.1-2025-04-14 ',
  'GPT-4.1-2025-04-14',
  'gpt-4.1-2025-04-14-global',
  'gpt-4o',
  'deepseek-v3',
  '*',
  'null',
]

const streamOf = (events: readonly string[]): Behaviour => ({ headers: SSE, body: [...events, DONE] })

function midway(model: string, at: 'text' | 'end'): Behaviour {
  const right = chatEvents(['Borgeren '], { model: RIGHT, finish: null, usage: null })
  const [, text = '', finish = ''] = chatEvents([STRANGER], { model, usage: null })
  const rest = at === 'text' ? [text, finish] : chatEvents([], { model }).slice(1)
  return streamOf([...right, ...rest])
}

const withName = (behaviour: Behaviour, name: unknown): Behaviour => {
  const answer = JSON.parse(String(behaviour.body?.[0])) as Raw
  return { ...behaviour, headers: JSON_TYPE, body: [JSON.stringify({ ...answer, model: name })] }
}

export const CHANGES: readonly Change[] = [
  ...WRONG_NAMES.flatMap((model): Change[] => [
    { id: `whole ${model}`, kind: 'chat', stream: false, behaviour: chatAnswer(STRANGER, { model }), before: '' },
    { id: `streamed ${model}`, kind: 'chat', stream: true, behaviour: streamOf(chatEvents([STRANGER], { model })), before: '' },
    { id: `vectors ${model}`, kind: 'embeddings', stream: false, behaviour: embeddingsAnswer([[0.5, 0.5]], model), before: '' },
  ]),
  { id: 'in the middle', kind: 'chat', stream: true, behaviour: midway('gpt-4o', 'text'), before: 'Borgeren ' },
  { id: 'at the end', kind: 'chat', stream: true, behaviour: midway('gpt-4o', 'end'), before: 'Borgeren ' },
  { id: 'a name that is a number', kind: 'chat', stream: false, behaviour: withName(chatAnswer(STRANGER), 41), before: '' },
  { id: 'a name that is a list', kind: 'chat', stream: false, behaviour: withName(chatAnswer(STRANGER), [RIGHT]), before: '' },
  {
    id: 'another fingerprint',
    kind: 'chat',
    stream: false,
    behaviour: chatAnswer(STRANGER, { model: RIGHT }),
    before: '',
    place: { fingerprints: ['fp_another'] },
  },
  ...['East US', 'westus', 'Norway East', 'Sweden South', ''].map((region): Change => ({
    id: `region header "${region}"`,
    kind: 'chat',
    stream: false,
    behaviour: { ...chatAnswer(STRANGER, { model: RIGHT }), headers: { ...JSON_TYPE, 'x-ms-region': region } },
    before: '',
    isAzure: true,
  })),
  {
    id: 'region header outside the data zone',
    kind: 'chat',
    stream: true,
    behaviour: { ...streamOf(chatEvents([STRANGER], { model: RIGHT })), headers: { ...SSE, 'x-ms-region': 'UK South' } },
    before: '',
    isAzure: true,
    place: { processing: 'data-zone-eu' },
  },
]

/** What must go on working: the same name, the right fingerprint, and a header that says the right region. */
export const UNCHANGED: readonly Change[] = [
  { id: 'the right name', kind: 'chat', stream: false, behaviour: chatAnswer('fint', { model: RIGHT }), before: 'fint' },
  {
    id: 'the right fingerprint',
    kind: 'chat',
    stream: false,
    behaviour: chatAnswer('fint', { model: RIGHT }),
    before: 'fint',
    place: { fingerprints: [FINGERPRINT] },
  },
  {
    id: 'the right region',
    kind: 'chat',
    stream: true,
    behaviour: { ...streamOf(chatEvents(['fint'], { model: RIGHT })), headers: { ...SSE, 'x-ms-region': 'Sweden Central' } },
    before: 'fint',
    isAzure: true,
  },
]

const CONFIRMED = { confirmedBy: 'It-chefen', confirmedOn: '2026-11-01' }

/** One model for each change, so that one that is stopped does not stop the next. */
export function modelChangeConfig([liar, standby]: readonly BadUpstream[]): Raw {
  const upstream = (name: string, kind: string, address: string | undefined) => ({
    name,
    kind,
    address,
    region: kind === 'azure' ? 'swedencentral' : 'local',
    credential: kind === 'azure' ? { type: 'key', secret: { env: 'SAGSHJAELP_PROOF_UPSTREAM_KEY' } } : { type: 'none' },
  })
  const models = [...CHANGES, ...UNCHANGED].map(({ kind, place, isAzure }, at) => ({
    id: `sag-${at}`,
    kind,
    purpose: 'Til beviset.',
    at: [
      {
        upstream: isAzure === true ? 'azure' : 'loegner',
        model: 'sag',
        answersAs: [RIGHT],
        processing: isAzure === true ? 'regional' : 'own',
        ...CONFIRMED,
        ...place,
      },
      { upstream: 'reserve', model: 'sag', answersAs: ['reserve'], processing: 'own', ...CONFIRMED },
    ],
  }))
  return {
    upstreams: [
      upstream('loegner', 'openai-compatible', liar?.address),
      upstream('azure', 'azure', liar?.azureAddress),
      upstream('reserve', 'openai-compatible', standby?.address),
    ],
    models,
  }
}

/** Another model, fingerprint or region than the agreed answers: nothing of it is shown, and its place is not used again. */
export async function modelChanges({ upstreams, client, proxy }: ProxyStage, tally: Tally): Promise<void> {
  const [liar, standby] = upstreams
  if (liar === undefined || standby === undefined) throw new RangeError('two upstreams are needed')
  standby.always((seen) =>
    seen.path.includes('embeddings') ? embeddingsAnswer([[1, 0]], 'reserve') : chatAnswer('fra reserven', { model: 'reserve' }),
  )
  for (const [at, change] of [...CHANGES, ...UNCHANGED].entries()) {
    const isChanged = at < CHANGES.length
    liar.always(change.behaviour)
    const model = `sag-${at}`
    const first = await ask(client, { model, ...change })
    if (!isChanged) {
      tally.check(
        'what is unchanged goes on',
        first.text === change.before && !first.hasFailed,
        () => `${change.id}: ${JSON.stringify(first)}`,
      )
      continue
    }
    // A region is told in the head, before anything is lost: then the standby answers at once.
    const isSeenInHead = change.isAzure === true
    const isRight = isSeenInHead ? !first.text.includes(STRANGER) : first.hasFailed && first.text === change.before
    tally.check('nothing of a stranger is shown', isRight, () => `${change.id}: ${JSON.stringify(first)}`)
    const before = liar.seen.length
    const second = await ask(client, { model, kind: change.kind, stream: false })
    tally.check('a stopped place is not asked again', liar.seen.length === before, () => `${change.id}: it was asked again`)
    tally.check('the next on the list answers', !second.hasFailed, () => `${change.id}: ${JSON.stringify(second)}`)
    const alarm = `"level":"alarm","event":"upstream-stopped","upstream":"${change.isAzure === true ? 'azure' : 'loegner'}","model":"${model}"`
    tally.check('it is said aloud', proxy.stdout().includes(alarm), () => `${change.id}: no alarm in the log`)
  }
}

interface Asked {
  readonly text: string
  readonly hasFailed: boolean
}

async function ask(
  client: ProxyStage['client'],
  { model, kind, stream }: { model: string; kind: Change['kind']; stream: boolean },
): Promise<Asked> {
  const messages = [{ role: 'user' as const, content: 'Hvad er næste skridt?' }]
  let text = ''
  try {
    if (kind === 'embeddings') await client.embeddings.create({ model, input: 'næste skridt', encoding_format: 'float' })
    else if (stream)
      for await (const event of await client.chat.completions.create({ model, messages, stream }))
        text += event.choices[0]?.delta.content ?? ''
    else text = (await client.chat.completions.create({ model, messages })).choices[0]?.message.content ?? ''
    return { text, hasFailed: false }
  } catch {
    return { text, hasFailed: true }
  }
}
