import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { SessionAnswer } from '#demo/server/api.ts'
import { BANNER } from '#demo/labels.ts'
import { ask, settle, statusOf, traffic } from './api.ts'
import { AppHeader } from './components/app-header.tsx'
import { ExpiredModal } from './components/expired-modal.tsx'
import { Failed, Skeleton } from './components/states.tsx'
import { cx } from './cx.ts'
import { citizenRoute, usePlace } from './router.ts'
import { SessionContext } from './session.ts'
import { Citizen } from './screens/citizen.tsx'
import { Login } from './screens/login.tsx'
import { OtherScreen } from './screens/other.tsx'
import { HelpBubble } from './widgets/elements.tsx'

const POLL_MS = 10_000

export function App() {
  const { session, failed, retry } = useSessionPoll()
  return (
    <div className={cx('MuiBox-root', 'page')}>
      <div className={cx('practiceBanner')}>{BANNER}</div>
      {session && (
        <SessionContext value={session}>
          <SignedIn />
        </SessionContext>
      )}
      {!session && failed === 401 && (
        <main className={cx('main')}>
          <Login onSignedIn={retry} />
        </main>
      )}
      {!session && failed !== 401 && (
        <main className={cx('main')}>{failed === null ? <Skeleton lines={4} /> : <Failed status={failed} retry={retry} />}</main>
      )}
      <footer className={cx('footer')}>
        <span>Sagsbord – øvelsesmiljø</span>
        <span>{session?.steering.preview ? 'Version 26.12 (preview)' : 'Version 26.11'}</span>
      </footer>
    </div>
  )
}

function SignedIn() {
  const place = usePlace()
  const citizen = citizenRoute(place.path)
  const expired = useSyncExternalStore(traffic.subscribe, traffic.expired)
  if (place.path === '/login')
    return (
      <main className={cx('main')}>
        <Login onSignedIn={() => window.location.assign('/')} />
      </main>
    )
  return (
    <>
      <ProgressBar />
      <AppHeader />
      <main className={cx('main')}>{citizen ? <Citizen route={citizen} /> : <OtherScreen path={place.path} />}</main>
      <HelpBubble />
      {expired && <ExpiredModal />}
    </>
  )
}

function ProgressBar() {
  const underWay = useSyncExternalStore(traffic.subscribe, traffic.underWay)
  if (underWay === 0) return null
  return (
    <div role="progressbar" aria-label="Indlæser" className={cx('MuiLinearProgress-root', 'progressTrack')}>
      <div className={cx('progressBar')} />
    </div>
  )
}

/** Asks for the session at once and every ten seconds after: the network is never idle. */
function useSessionPoll(): { session: SessionAnswer | null; failed: number | null; retry: () => void } {
  const [session, setSession] = useState<SessionAnswer | null>(null)
  const [failed, setFailed] = useState<number | null>(null)
  const poll = useCallback(
    () =>
      void settle(
        ask<SessionAnswer>('/api/session', { quiet: true }),
        (answer) => {
          setFailed(null)
          setSession((now) => (JSON.stringify(now) === JSON.stringify(answer) ? now : answer))
        },
        (error) => setFailed(statusOf(error)),
      ),
    [],
  )
  useEffect(() => {
    poll()
    const timer = setInterval(poll, POLL_MS)
    return () => clearInterval(timer)
  }, [poll])
  return { session, failed, retry: poll }
}
