import { useEffect, useState } from 'react'
import { danishDay } from '#utils/case-session/today.ts'
import type { CalendarDay } from '#utils/domain/calendar-day.ts'

const LOOK_EVERY_MS = 60_000

/** Today in Denmark; a page that stays open over midnight counts from the new day. */
export function useToday(): CalendarDay {
  const [today, setToday] = useState(() => danishDay(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setToday(danishDay(new Date())), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return today
}
