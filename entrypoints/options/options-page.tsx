import { useMemo } from 'react'
import { AppError } from '#utils/domain/app-error.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { useToday } from '#components/ui/use-today.ts'
import { openWorkbench } from '#utils/browser/own-tab.ts'
import { silently } from '#utils/messaging/silently.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorNotice, Notice } from '#components/ui/notice.tsx'
import { GuidanceNotice } from '#components/connection/guidance-notice.tsx'
import { ModelTry } from '#components/connection/model-try.tsx'
import { SignInBar } from '#components/connection/sign-in-bar.tsx'
import { RuleList } from '#components/guidance/rule-list.tsx'
import { HealthView } from '#components/health/health-view.tsx'
import { ThemeChoice } from './theme-choice.tsx'
import { ruleItems } from './rule-items.ts'
import { tryModel, useHealth, useOptionsConnection, useSetup, useSwitchRule, useTheme, useWakeRule } from './use-options.ts'
import { mayUseBoard, UnitSwitchboard } from './unit-switchboard.tsx'
import { useThemeOnPage } from './use-theme-on-page.ts'

/** Settings, rules and the state of the roll-out on one page. */
export function OptionsPage() {
  const setup = useSetup()
  const health = useHealth()
  useThemeOnPage(setup.data?.settings.theme)
  return (
    <div className="sh-options">
      <header>
        <h1>Sagshjælp</h1>
        {setup.data?.municipality && <p data-ink="muted">Opsat af {setup.data.municipality}</p>}
      </header>
      {setup.isPending && <Notice icon="clock" title="Venter på opsætning" />}
      {setup.isError && <ErrorNotice code={codeOf(setup.error)} />}
      {setup.data && <Settings setup={setup.data} />}
      <section aria-labelledby="options-workbench">
        <h2 id="options-workbench">Aktindsigt</h2>
        <p data-ink="muted">Gennemse en sag for andres oplysninger, før den udleveres. Filerne forlader ikke computeren.</p>
        <p>
          <Button look="outline" icon="shield" onPress={() => silently(openWorkbench(null))}>
            Åbn aktindsigt
          </Button>
        </p>
      </section>
      <Connection setup={setup.data} />
      <section aria-labelledby="options-health">
        <h2 id="options-health">Driftsstatus</h2>
        {health.isPending && <Notice icon="clock" title="Undersøger" />}
        {health.isError && <ErrorNotice code={codeOf(health.error)} />}
        {health.data && <HealthView report={health.data} />}
      </section>
    </div>
  )
}

function Connection({ setup }: { readonly setup: PanelSetup | undefined }) {
  const connection = useOptionsConnection()
  if (connection === null || connection.view.kind === 'not-configured') return null
  const { view } = connection
  return (
    <>
      <section aria-labelledby="options-connection">
        <h2 id="options-connection">Login og sprogmodel</h2>
        <SignInBar {...connection} />
        {view.kind === 'signed-in' && <ModelTry ask={tryModel} />}
      </section>
      {setup && view.kind === 'signed-in' && mayUseBoard(view) && <UnitSwitchboard setup={setup} view={view} />}
    </>
  )
}

function Settings({ setup }: { readonly setup: PanelSetup }) {
  const theme = useTheme()
  const switchRule = useSwitchRule()
  const wake = useWakeRule()
  const today = useToday()
  const rules = useMemo(() => ruleItems(setup, today), [setup, today])
  const failed = switchRule.error ?? wake.error
  return (
    <>
      <section aria-labelledby="options-look">
        <h2 id="options-look">Udseende</h2>
        <ThemeChoice chosen={setup.settings.theme} onChoose={(choice) => theme.mutate({ theme: choice })} />
      </section>
      <section aria-labelledby="options-rules">
        <h2 id="options-rules">Regler</h2>
        <p data-ink="muted">Slå en regel fra, hvis I ikke vil se dens råd. Det gælder på denne computer og ændrer intet i fagsystemet.</p>
        {failed && <ErrorNotice code={codeOf(failed)} />}
        <GuidanceNotice guidance={setup.guidance} />
        <RuleList rules={rules} onSwitch={(rule, on) => switchRule.mutate({ rule, on })} onWake={(rule) => wake.mutate(rule)} />
      </section>
    </>
  )
}

function codeOf(error: unknown) {
  return error instanceof AppError ? error.code : 'unexpected'
}
