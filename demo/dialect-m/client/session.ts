import { createContext, useContext } from 'react'
import type { HeadAnswer, SessionAnswer } from '#demo/server/api.ts'
import { DEFAULT_STEERING } from '#demo/server/steering.ts'

/** Who is signed in, and how the session is steered. Renewed by the ten-second poll. */
export const SessionContext = createContext<SessionAnswer>({ facts: {}, steering: DEFAULT_STEERING, today: '2026-11-22', banner: '' })

export function useSession(): SessionAnswer {
  return useContext(SessionContext)
}

/** The open citizen's head, once it is there. */
export const HeadContext = createContext<HeadAnswer | null>(null)
