import { useEffect } from 'react'
import { useSession } from './session.ts'

/** The tab's title, late by as much as the session is steered to. `null` leaves the title as it is. */
export function useTitle(title: string | null): void {
  const { steering } = useSession()
  useEffect(() => {
    if (title === null) return
    const timer = setTimeout(() => {
      document.title = `${title} – Sagsbord`
    }, steering.titleLag)
    return () => clearTimeout(timer)
  }, [title, steering.titleLag])
}
