import { AppError } from '#utils/domain/app-error.ts'
import { withToken } from '#utils/sign-in/with-token.ts'
import { signedInHere } from '#utils/sign-in/fresh-token.ts'
import { askMe } from '#utils/sign-in/ask-me.ts'
import type { SignInWorld } from '#utils/sign-in/sign-in-world.ts'
import type { BoardView, ChangeState, EntryWish, LocalRuleWish, SwitchWish } from '#utils/switchboard/board-view.ts'
import type { z } from '#utils/validation/zod.ts'
import { ALL_UNITS, type LogEntry } from '#proxy/contract/guidance.ts'
import { countsOfUnit } from '#proxy/contract/guidance-counts.ts'
import { localRulesAnswer } from '#proxy/contract/local-rules.ts'
import { callProxy, type ProxyCall } from './call-proxy.ts'
import { changeAnswerSchema, logPageSchema, switchboardSchema } from './switchboard-answers.ts'

type Proxy = SignInWorld & { readonly base: string }

const PAGE = 500
/** A municipality's log of many years; older lines can be taken out at the proxy. */
const MOST_PAGES = 20

/** Everything the switchboard shows. @throws AppError `switchboard-away` and what the proxy refuses with. */
export async function askBoard(proxy: Proxy): Promise<BoardView> {
  const [{ answer: board, etag }, { answer: counts }, local, log, me] = await Promise.all([
    ask(proxy, { path: '/v1/guidance/switches' }, switchboardSchema),
    ask(proxy, { path: '/v1/guidance/counts' }, countsOfUnit),
    ask(proxy, { path: '/v1/guidance/local-rules' }, localRulesAnswer),
    askLog(proxy),
    askMe(proxy, proxy.base),
  ])
  const self = (await signedInHere(proxy))?.subject ?? ''
  // An administrator sees every unit's lines; the board is one unit's.
  const own = log.filter(({ unit }) => unit === board.unit || unit === ALL_UNITS)
  return {
    board,
    etag,
    counts,
    log: own.toReversed(),
    self,
    mayChangeAll: me.roles.includes('administrator'),
    local: { ...local.answer, etag: local.etag },
  }
}

export async function changeSwitch(proxy: Proxy, { rule, on, from, until, reason, everyUnit, etag }: SwitchWish): Promise<ChangeState> {
  const body = { on, reason, from, until, ...(everyUnit && { unit: ALL_UNITS }) }
  const call = { path: `/v1/guidance/switches/rule:${rule}`, method: 'PUT', headers: { 'if-match': etag }, body } as const
  return (await ask(proxy, call, changeAnswerSchema)).answer.state
}

export async function decideEntry(proxy: Proxy, { entry, verb, reason, etag }: EntryWish): Promise<ChangeState> {
  const call = { path: `/v1/guidance/log/${entry}/${verb}`, method: 'POST', headers: { 'if-match': etag }, body: { reason } } as const
  return (await ask(proxy, call, changeAnswerSchema)).answer.state
}

export async function changeLocalRule(proxy: Proxy, { id, rule, reason, etag }: LocalRuleWish): Promise<void> {
  const call = { path: `/v1/guidance/local-rules/${id}`, method: 'PUT', headers: { 'if-match': etag }, body: { rule, reason } } as const
  await reach(proxy, call)
}

async function askLog(proxy: Proxy): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = []
  for (let page = 0, after = 0; page < MOST_PAGES; page += 1) {
    const { answer } = await ask(proxy, { path: `/v1/guidance/log?after=${after}&limit=${PAGE}` }, logPageSchema)
    entries.push(...answer.entries)
    if (answer.next === null || answer.next <= after) break
    after = answer.next
  }
  return entries
}

async function ask<T>(proxy: Proxy, call: ProxyCall, schema: z.ZodType<T>): Promise<{ readonly answer: T; readonly etag: string }> {
  const response = await reach(proxy, call)
  const answer = schema.safeParse(await response.json().catch(() => null))
  if (!answer.success) throw new AppError('switchboard-away')
  return { answer: answer.data, etag: response.headers.get('etag') ?? '' }
}

async function reach(proxy: Proxy, call: ProxyCall): Promise<Response> {
  try {
    return await withToken(proxy, async (token) => callProxy({ base: proxy.base, token, fetch: proxy.fetch }, call))
  } catch (error) {
    // The board's own words: what the proxy is for elsewhere is not what is missing here.
    if (error instanceof AppError && error.code === 'proxy-away') throw new AppError('switchboard-away', { cause: error })
    if (error instanceof AppError && error.code === 'model-refused') throw new AppError('change-refused', { cause: error })
    throw error
  }
}
