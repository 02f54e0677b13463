/** Who may do what, as a table that a supervisor could read. Written by hand; nothing of it comes from the product. */
export const ROLES = ['nobody', 'caseworker', 'supervisor', 'supervisor of another unit', 'administrator'] as const

/** What stands ready before the action: an entry or a proposal in a unit, made by somebody else or by oneself. */
export type Ready = 'entry in north' | 'entry in south' | 'entry for all' | 'proposal in north' | 'own proposal'

export interface Action {
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST'
  /** `{entry}` is the number of what stands ready. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly ready?: Ready
  /** Without it, and with an old one. */
  readonly ifMatch?: 'none' | 'old'
  /** The status for each of the five, in their order. */
  readonly expected: readonly [number, number, number, number, number]
}

const RULE = '/v1/guidance/switches/rule:info-form-8-days'
const LOCKED = '/v1/guidance/switches/rule:hearing-deadline-respected'
const reason = 'Afprøvning af, hvem der må hvad'
const off = { on: false, reason }
const on = { on: true, reason }

const get = (path: string, ...expected: Action['expected']): Action => ({ name: `read ${path}`, method: 'GET', path, expected })
const put = (name: string, path: string, body: Action['body'] & object, ...expected: Action['expected']): Action => ({
  name,
  method: 'PUT',
  path,
  body,
  expected,
})
/** A change that says nothing, or something old, of what its writer has seen. */
const blind = (action: Action, ifMatch: Action['ifMatch'] & string): Action => ({ ...action, ifMatch, ready: 'entry for all' })
const decide = (name: string, verb: string, ready: Ready, ...expected: Action['expected']): Action => ({
  name,
  method: 'POST',
  path: `/v1/guidance/log/{entry}/${verb}`,
  body: { reason },
  ready,
  expected,
})

export const ACTIONS: readonly Action[] = [
  get('/v1/guidance', 401, 200, 200, 200, 200),
  get('/v1/guidance/switches', 401, 403, 200, 200, 200),
  get('/v1/guidance/switches?unit=north', 401, 403, 200, 403, 200),
  get('/v1/guidance/switches?unit=south', 401, 403, 403, 200, 200),
  get('/v1/guidance/switches?unit=*', 401, 403, 403, 403, 200),
  get('/v1/guidance/log', 401, 403, 200, 200, 200),
  get('/v1/guidance/log?unit=north', 401, 403, 200, 403, 200),
  get('/v1/guidance/log?unit=south', 401, 403, 403, 200, 200),
  get('/v1/guidance/log?unit=*', 401, 403, 403, 403, 200),
  get('/v1/guidance/log/verification', 401, 403, 200, 200, 200),
  put('rule off in the own unit', RULE, off, 401, 403, 200, 200, 200),
  put('rule on in the own unit', RULE, on, 401, 403, 200, 200, 200),
  put('rule off in north', RULE, { ...off, unit: 'north' }, 401, 403, 200, 403, 200),
  put('rule off in south', RULE, { ...off, unit: 'south' }, 401, 403, 403, 200, 200),
  put('rule off for all', RULE, { ...off, unit: '*' }, 401, 403, 403, 403, 200),
  put('rule on for all', RULE, { ...on, unit: '*' }, 401, 403, 403, 403, 200),
  put('feature off in the own unit', '/v1/guidance/switches/feature:search', off, 401, 403, 200, 200, 200),
  put('feature off for all', '/v1/guidance/switches/feature:search', { ...off, unit: '*' }, 401, 403, 403, 403, 200),
  put('locked rule off in the own unit', LOCKED, off, 401, 403, 409, 409, 409),
  put('locked rule off in north', LOCKED, { ...off, unit: 'north' }, 401, 403, 409, 403, 409),
  put('locked rule on in the own unit', LOCKED, on, 401, 403, 200, 200, 200),
  put('screening off', '/v1/guidance/switches/feature:screening', off, 401, 403, 409, 409, 409),
  put('mark of AI off for all', '/v1/guidance/switches/feature:ai-mark', { ...off, unit: '*' }, 401, 403, 403, 403, 409),
  put('language models off in the own unit', '/v1/guidance/switches/model-use', off, 401, 403, 403, 403, 200),
  put('language models off for all', '/v1/guidance/switches/model-use', { ...off, unit: '*' }, 401, 403, 403, 403, 200),
  put('language models on for all', '/v1/guidance/switches/model-use', { ...on, unit: '*' }, 401, 403, 403, 403, 200),
  put('rule off from a day to a day', RULE, { ...off, from: '{in 3 days}', until: '{in 9 days}' }, 401, 403, 200, 200, 200),
  put('rule off since last year', RULE, { ...off, from: '2025-01-01' }, 401, 403, 422, 422, 422),
  blind(put('rule off without If-Match', RULE, off, 401, 403, 428, 428, 428), 'none'),
  blind(put('rule off with an old If-Match', RULE, off, 401, 403, 412, 412, 412), 'old'),
  put('rule off without telling why', RULE, { on: false, reason: 'Nej' }, 401, 403, 422, 422, 422),
  put('rule off with a CPR number in the reason', RULE, { on: false, reason: 'Kun for 140752-7123 i dag' }, 401, 403, 422, 422, 422),
  put('rule off in somebody else’s name', RULE, { ...off, subject: 'leder-9' }, 401, 403, 400, 400, 400),
  decide('undo an entry in north', 'undo', 'entry in north', 401, 403, 200, 404, 200),
  decide('undo an entry in south', 'undo', 'entry in south', 401, 403, 404, 200, 200),
  decide('undo an entry for all', 'undo', 'entry for all', 401, 403, 403, 403, 200),
  { ...put('undo an entry that is not there', '/v1/guidance/log/99999/undo', { reason }, 401, 403, 404, 404, 404), method: 'POST' },
  decide('approve a proposal in north', 'approve', 'proposal in north', 401, 403, 200, 404, 200),
  decide('reject a proposal in north', 'reject', 'proposal in north', 401, 403, 200, 404, 200),
  decide('approve the own proposal', 'approve', 'own proposal', 401, 403, 409, 409, 409),
]
