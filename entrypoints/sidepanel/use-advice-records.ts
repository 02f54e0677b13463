import { useEffect } from 'react'
import type { CaseView } from '#utils/domain/case-view.ts'
import type { CaseToken, RuleId } from '#utils/domain/ids.ts'
import { backgroundClient } from '#utils/messaging/clients.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import { silently } from '#utils/messaging/silently.ts'
import type { UseNote } from '#utils/use-records/use-note.ts'

const background = backgroundClient<PanelToBackground>()
const alreadyShown = new Set<CaseToken>()

/** Puts on record that advice was shown for a case, once a confirmation, and gives a way to say that some was used. */
export function useAdviceRecords(view: CaseView | null): { readonly used: (rule: RuleId | null) => void } {
  useEffect(() => {
    if (view === null || alreadyShown.has(view.token)) return
    alreadyShown.add(view.token)
    note(view, 'shown')
  }, [view])
  return {
    used: (rule) => {
      if (view !== null) note(view, 'used')
      if (rule !== null) silently(background('adviceSeen', { act: 'followed', rules: [rule] }))
    },
  }
}

/** The work itself must not wait for its record, nor fail with it. */
function note({ identity }: CaseView, outcome: UseNote['outcome']): void {
  silently(
    background('recordUse', {
      id: crypto.randomUUID(),
      feature: 'advice',
      purpose: 'case-work',
      origin: 'local',
      outcome,
      caseId: identity.caseId ?? identity.citizenId,
      entries: [],
      coverage: null,
    }),
  )
}
