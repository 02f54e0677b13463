import type { SignInView } from '#utils/case-session/sign-in-view.ts'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'
import { GuidanceNotice } from '#components/connection/guidance-notice.tsx'
import { ModelTry } from '#components/connection/model-try.tsx'
import { SignInBar } from '#components/connection/sign-in-bar.tsx'
import type { GuidanceView } from '#utils/case-session/guidance-view.ts'

const UNIT = { id: 'nord', name: 'Jobcenter Nord – afdelingen for beskæftigelse og virksomhedskontakt' }
const signedIn = (change: Partial<Extract<SignInView, { kind: 'signed-in' }>>): SignInView => ({
  kind: 'signed-in',
  name: 'Ida Øvelse-Sørensen',
  unit: UNIT,
  roles: ['caseworker'],
  problem: null,
  ...change,
})

const STATES: readonly (readonly [SignInView, ProxyState])[] = [
  [{ kind: 'signed-out' }, 'signed-out'],
  [{ kind: 'signed-out' }, 'away'],
  [signedIn({}), 'ok'],
  [signedIn({ name: null, unit: null, problem: 'proxy-away' }), 'away'],
  [signedIn({ unit: null, problem: 'not-allowed' }), 'no-access'],
  [signedIn({}), 'switched-off'],
]

const OLD: GuidanceView = {
  freshness: 'ageing',
  confirmedAt: Date.UTC(2026, 9, 20),
  sources: [],
  unitOff: {},
  modelOff: null,
  refused: [],
  poll: null,
  switchesIssued: null,
}
const none = () => undefined

/** Every state of sign-in and model, one under the other. */
export function ConnectionPage() {
  return (
    <main className="sh-panel">
      <h1>Login og sprogmodel</h1>
      {STATES.map(([view, proxy], at) => (
        <SignInBar
          key={`${view.kind} ${proxy}`}
          view={view}
          proxy={proxy}
          busy={at === 1}
          failure={at === 0 ? 'sign-in-cancelled' : null}
          notRevoked={at === 1}
          onSignIn={none}
          onSignOut={none}
        />
      ))}
      <GuidanceNotice guidance={OLD} />
      <GuidanceNotice guidance={{ ...OLD, freshness: 'too-old' }} />
      <ModelTry ask={async () => ({ state: 'done', model: 'gpt-4.1' })} />
    </main>
  )
}
