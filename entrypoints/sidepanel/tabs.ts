import type { ComponentType } from 'react'
import type { PageReport } from '#utils/case-session/page-report.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { OverviewTab } from './overview-tab.tsx'

/** What every tab of the panel gets. */
export interface TabProps {
  readonly setup: PanelSetup
  readonly tabId: number | null
  readonly report: PageReport
}

interface PanelTab {
  readonly id: string
  readonly title: string
  readonly View: ComponentType<TabProps>
}

/** The panel's tabs, in order. A new tab is its file and a line here. */
export const TABS = [{ id: 'overview', title: 'Overblik', View: OverviewTab }] as const satisfies readonly PanelTab[]

export type TabId = (typeof TABS)[number]['id']
