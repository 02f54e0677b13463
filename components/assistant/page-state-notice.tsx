import type { PageReport } from '#utils/case-session/page-report.ts'
import { ErrorNotice, Notice } from '#components/ui/notice.tsx'

type NoCase = Exclude<PageReport, { kind: 'open' }>

/** What stands where a case would: why nothing is shown, and what to do about it. */
export function PageStateNotice({ report }: { readonly report: NoCase }) {
  switch (report.kind) {
    case 'off':
      return <ErrorNotice code={report.code} />
    case 'unknown-page':
      return <ErrorNotice code="page-unknown" />
    case 'profile-broken':
      return <ProfileBroken missing={report.missing} />
    case 'no-case':
      return <NoCaseNotice citizens={report.citizens} />
    case 'logged-out':
      return (
        <Notice tone="soon" icon="lock" title="Du er logget ud">
          <p>Sagshjælp har glemt sagen. Log ind igen i fagsystemet.</p>
        </Notice>
      )
    case 'no-access':
      return (
        <Notice tone="soon" icon="lock" title="Du har ikke adgang til denne borger">
          <p>Sagshjælp har ikke læst noget.</p>
        </Notice>
      )
    case 'settling':
      return (
        <Notice icon="refresh" title="Skifter sag …">
          <p>Den forrige sag er glemt. Sagen vises, når to steder på siden er enige om, hvis den er.</p>
        </Notice>
      )
  }
}

function NoCaseNotice({ citizens }: { readonly citizens: 'none' | 'many' }) {
  return citizens === 'many' ? (
    <Notice title="Ingen åben sag">
      <p>Skærmen viser flere borgere. Sagshjælp læser ikke lister. Åbn en borgers sag.</p>
    </Notice>
  ) : (
    <Notice title="Ingen åben sag">
      <p>Åbn en borgers sag, så vises den her.</p>
    </Notice>
  )
}

function ProfileBroken({ missing }: { readonly missing: readonly string[] }) {
  return (
    <ErrorNotice code="profile-broken">
      {missing.length > 0 && <p className="sh-small">Mangler på siden: {missing.join(', ')}</p>}
    </ErrorNotice>
  )
}
