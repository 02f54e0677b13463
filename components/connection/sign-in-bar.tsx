import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { ProxyState } from '#utils/case-session/proxy-state.ts'
import type { SignInView } from '#utils/case-session/sign-in-view.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { ErrorNotice, Notice } from '#components/ui/notice.tsx'
import { PROXY_WORDS } from './proxy-words.ts'
import './connection.css'

export interface SignInBarProps {
  readonly view: SignInView
  /** `null` until it is known. */
  readonly proxy: ProxyState | null
  /** A window is open, or tokens are being taken back. */
  readonly busy: boolean
  readonly failure: ErrorCode | null
  /** Signed out here, and the proxy could not be told. */
  readonly notRevoked: boolean
  readonly onSignIn: () => void
  readonly onSignOut: () => void
}

/** Who is signed in, at which unit, and whether the model can be asked. */
export function SignInBar(props: SignInBarProps) {
  const { view, proxy, busy, failure, notRevoked, onSignIn, onSignOut } = props
  return (
    <div className="sh-connection" role="group" aria-label="Login">
      {failure && <ErrorNotice code={failure} />}
      {notRevoked && (
        <Notice tone="soon" title="Du er logget ud på denne computer.">
          <p>Kommunens tjeneste kunne ikke nås, så din adgang der udløber først af sig selv, senest om en time.</p>
        </Notice>
      )}
      <div className="sh-connection-row">
        <Icon name="person" />
        <p>
          <Who view={view} />
          {proxy && (
            <small data-ink={PROXY_WORDS[proxy].ink} data-proxy={proxy}>
              {PROXY_WORDS[proxy].text}
            </small>
          )}
        </p>
        {view.kind === 'signed-out' && (
          <Button look="outline" disabled={busy} onPress={onSignIn}>
            {busy ? 'Venter på login' : 'Log ind'}
          </Button>
        )}
        {view.kind === 'signed-in' && (
          <Button look="outline" disabled={busy} onPress={onSignOut}>
            Log ud
          </Button>
        )}
      </div>
    </div>
  )
}

function Who({ view }: { readonly view: SignInView }) {
  switch (view.kind) {
    case 'not-configured':
      return <span>Denne udgave bruger ikke login.</span>
    case 'signed-out':
      return <span>Du er ikke logget ind.</span>
    case 'signed-in':
      return (
        <span>
          Logget ind{view.name && ' som '}
          {view.name && <b>{view.name}</b>}, {unitWords(view)}
        </span>
      )
  }
}

function unitWords({ unit, problem }: Extract<SignInView, { kind: 'signed-in' }>): string {
  if (unit) return unit.name
  return problem === 'not-allowed' ? 'uden enhed eller rolle hos kommunens tjeneste' : 'enheden kendes, når kommunens tjeneste svarer'
}
