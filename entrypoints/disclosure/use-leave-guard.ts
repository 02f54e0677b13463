import { useEffect } from 'react'

/** Asks before the page is left, but only when there is work that would be lost. */
export function useLeaveGuard(hasWork: boolean): void {
  useEffect(() => {
    if (!hasWork) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [hasWork])
}
