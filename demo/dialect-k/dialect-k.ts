import { json } from '#demo/server/exchange.ts'
import type { Exchange } from '#demo/server/exchange.ts'
import type { Sessions } from '#demo/server/session.ts'
import type { State } from '#demo/server/state.ts'

export function dialectK(_state: State, _sessions: Sessions, _frameOrigin: string) {
  return (exchange: Exchange): void => exchange.reply(json({ error: 'not-found' }, 404))
}
export function ksdFrame(_state: State) {
  return (exchange: Exchange): void => exchange.reply(json({ error: 'not-found' }, 404))
}
