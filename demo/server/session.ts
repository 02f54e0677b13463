import type { Steering } from './steering.ts'

/** One browser session of one dialect: who is logged in and what is steered. */
export interface Session {
  readonly id: string
  loggedIn: boolean
  role: string
  unit: string
  steering: Steering
  /** Dialect K: citizens open as tabs, by number, in the order opened. */
  openTabs: readonly string[]
}

export interface Sessions {
  /** The session of a cookie, or a new one. */
  of(cookie: string | undefined): Session
}

export const COOKIE = 'sagsbord'

export function createSessions(steering: Steering): Sessions {
  const sessions = new Map<string, Session>()
  return {
    of(cookie) {
      const known = cookie === undefined ? undefined : sessions.get(cookie)
      if (known) return known
      const fresh: Session = {
        id: crypto.randomUUID(),
        loggedIn: true,
        role: 'Sagsbehandler',
        unit: 'Jobcenter København – CBA',
        steering,
        openTabs: [],
      }
      sessions.set(fresh.id, fresh)
      return fresh
    },
  }
}

/** What the top bar says. */
export function sessionFacts(session: Session) {
  return {
    'session.userName': 'Karin Thyme',
    'session.role': session.role,
    'session.municipality': 'København',
    'session.unit': session.unit,
    'session.env': 'øvelse',
  } as const
}
