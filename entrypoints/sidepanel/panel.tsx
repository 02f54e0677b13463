import { useState } from 'react'
import { AppError } from '#utils/domain/app-error.ts'
import { isOn } from '#utils/policy/judge-policy.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { openWorkbench } from '#utils/browser/own-tab.ts'
import { silently } from '#utils/messaging/silently.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorNotice, Notice } from '#components/ui/notice.tsx'
import { GuidanceNotice } from '#components/connection/guidance-notice.tsx'
import { SignInBar } from '#components/connection/sign-in-bar.tsx'
import { useThemeOnPage } from './use-theme-on-page.ts'
import { TABS, type TabId } from './tabs.ts'
import { useActiveCase } from './use-active-case.ts'
import { usePanelConnection, usePanelSetup } from './use-panel-setup.ts'

/** The side panel: the tabs, and in each what belongs to the case in the tab in front. */
export function Panel() {
  const setup = usePanelSetup()
  useThemeOnPage(setup.data?.settings.theme)
  return (
    <main className="sh-panel">
      {setup.isPending && <ErrorNotice code="policy-waiting" />}
      {setup.isError && <ErrorNotice code={setup.error instanceof AppError ? setup.error.code : 'unexpected'} />}
      {setup.data && <PanelByPolicy setup={setup.data} />}
    </main>
  )
}

function PanelByPolicy({ setup }: { readonly setup: PanelSetup }) {
  if (setup.policy.kind === 'waiting') return <ErrorNotice code="policy-waiting" />
  if (!isOn(setup.policy)) return <ErrorNotice code="policy-invalid" />
  if (!setup.panelOn) return <ErrorNotice code="feature-off" />
  return (
    <>
      {setup.guidance.freshness === 'ageing' && <GuidanceNotice guidance={setup.guidance} />}
      <PanelTabs setup={setup} />
      <Connection />
    </>
  )
}

function Connection() {
  const connection = usePanelConnection()
  return connection && connection.view.kind !== 'not-configured' ? <SignInBar {...connection} /> : null
}

function PanelTabs({ setup }: { readonly setup: PanelSetup }) {
  const active = useActiveCase()
  const [chosen, setChosen] = useState<TabId>('overview')
  const tab = TABS.find(({ id }) => id === chosen) ?? TABS[0]
  if (active.report.kind === 'no-page')
    return (
      <>
        <NoPage />
        <WorkbenchLink tabId={active.tabId} />
      </>
    )
  const report = active.report.kind === 'waiting' ? ({ kind: 'settling' } as const) : active.report
  return (
    <>
      {TABS.length > 1 && (
        <div role="tablist" aria-label="Faner" className="sh-tabs">
          {TABS.map(({ id, title }) => (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              aria-selected={id === tab.id}
              aria-controls="tab-panel"
              onClick={() => setChosen(id)}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      <div id="tab-panel" {...(TABS.length > 1 && { role: 'tabpanel', 'aria-labelledby': `tab-${tab.id}` })}>
        <tab.View setup={setup} tabId={active.tabId} report={report} />
      </div>
      <WorkbenchLink tabId={active.tabId} />
    </>
  )
}

/** The way to the workbench; it may ask the tab it came from whose case is open there. */
function WorkbenchLink({ tabId }: { readonly tabId: number | null }) {
  return (
    <p>
      <Button look="outline" icon="shield" onPress={() => silently(openWorkbench(tabId))}>
        Åbn aktindsigt
      </Button>
    </p>
  )
}

function NoPage() {
  return (
    <Notice title="Ingen sag i denne fane">
      <p>Sagshjælp virker på fagsystemets sider. Står du på en af dem, så genindlæs siden.</p>
    </Notice>
  )
}
