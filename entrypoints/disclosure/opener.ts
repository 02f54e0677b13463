import { openerTab } from '#utils/browser/own-tab.ts'
import type { CaseView } from '#utils/domain/case-view.ts'
import { parsePageReport } from '#utils/messaging/page-report-schema.ts'
import { connectToPage } from '#utils/messaging/panel-port.ts'

/** Follows the case that is open in the tab this page was opened from. Returns a function that stops. */
export async function followOpener(onCase: (view: CaseView | null) => void): Promise<() => void> {
  const tabId = await openerTab()
  if (tabId === null) return () => undefined
  return connectToPage(tabId, {
    report: (raw) => {
      const report = parsePageReport(raw)
      onCase(report?.kind === 'open' ? report.view : null)
    },
    gone: () => onCase(null),
  })
}
