import type { Exchange } from './exchange.ts'
import { COOKIE } from './session.ts'
import type { Session, Sessions } from './session.ts'
import { hasSteering, steerBy } from './steer.ts'

/** A request in its session. */
export interface Visit {
  readonly exchange: Exchange
  readonly session: Session
  /** Answer headers that keep the session. */
  readonly keep: Readonly<Record<string, string>>
}

/** Finds the session of a request and applies the steering in its query. */
export function visitOf(exchange: Exchange, sessions: Sessions, name: string): Visit {
  const cookie = `${COOKIE}-${name}`
  const session = sessions.of(exchange.cookies[cookie])
  if (hasSteering(exchange.url.searchParams)) session.steering = steerBy(exchange.url.searchParams, session.steering)
  return { exchange, session, keep: { 'set-cookie': `${cookie}=${session.id}; Path=/; HttpOnly; SameSite=Lax` } }
}

/** Counts down to an expiry that was steered; says whether the session is still logged in. */
export function stillLoggedIn(session: Session): boolean {
  const left = session.steering.expiresAfter
  if (left !== null) {
    if (left <= 0) session.loggedIn = false
    session.steering = { ...session.steering, expiresAfter: left <= 0 ? null : left - 1 }
  }
  return session.loggedIn
}
