import { customer } from 'virtual:customer'
import { ownExtension } from '#utils/browser/own-extension.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { answerCalls } from '#utils/messaging/answer.ts'
import type { PanelToBackground } from '#utils/messaging/maps.ts'
import { adviceSeen, dismissChoice, panelSnoozeChoice, switchChoice, themeChoice } from '#utils/messaging/payloads.ts'
import { useNotePayload } from '#utils/messaging/use-note-payload.ts'
import { extensionPageSender, type ExtensionPageSender } from '#utils/messaging/sender.ts'
import { policyOf } from '#utils/policy/judge-policy.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { chooseTheme, countDismissal, snooze, switchRule, wake } from '#utils/storage/rule-settings.ts'
import { settingsItem, type Settings } from '#utils/storage/settings.ts'
import { countSeen, countShown } from './count-advice.ts'
import { currentGuidance } from './guidance-world.ts'
import { healthReport } from './health-report.ts'
import { proxyState } from './proxy-state.ts'
import { recordUse } from './record-use.ts'
import { partOn, requireFreeRule, ruleSwitches } from './rule-settings.ts'
import { signInCalls } from './sign-in-calls.ts'
import { switchboardCalls } from './switchboard-calls.ts'

/** Answers the side panel and the options page. */
export function answerPanels(): void {
  answerCalls<PanelToBackground, ExtensionPageSender>('background', (sender) => extensionPageSender(sender, ownExtension()), {
    panelSetup: { run: panelSetup },
    proxyState: { run: async () => proxyState(await readPolicy(customer)) },
    health: {
      run: async () => {
        const policy = await readPolicy(customer)
        return healthReport(policy, await proxyState(policy), await currentGuidance())
      },
    },
    ...signInCalls,
    ...switchboardCalls,
    adviceSeen: { payload: adviceSeen, run: countShown },
    recordUse: { payload: useNotePayload, run: recordUse },
    switchRule: { payload: switchChoice, run: async ({ rule, on }) => change(rule, (settings) => switchRule(settings, rule, on)) },
    snoozeRule: {
      payload: panelSnoozeChoice,
      run: async ({ rule, until }) => {
        await change(rule, (settings) =>
          until === null ? wake(settings, rule) : snooze(settings, { rule, until, today: danishDay(new Date()) }),
        )
        if (until !== null) countSeen([{ rule, act: 'snoozed', reason: null }])
      },
    },
    dismissRule: {
      payload: dismissChoice,
      run: async ({ rule, reason }) => {
        await change(rule, (settings) => countDismissal(settings, rule, reason))
        countSeen([{ rule, act: 'dismissed', reason }])
      },
    },
    chooseTheme: {
      payload: themeChoice,
      run: async ({ theme }) => {
        await settingsItem.update((settings) => chooseTheme(settings, theme))
      },
    },
  })
}

async function panelSetup() {
  const [policy, settings, guidance] = await Promise.all([readPolicy(customer), settingsItem.get(), currentGuidance()])
  const { municipality = null, closingDays = [] } = policyOf(policy)
  return {
    policy,
    municipality,
    pack: guidance.pack,
    coming: guidance.coming,
    guidance: guidance.view,
    switches: ruleSwitches(policy, guidance, settings),
    closingDays,
    settings,
    panelOn: partOn(policy, guidance, 'panel'),
  }
}

async function change(rule: string, how: (settings: Settings) => Settings): Promise<void> {
  requireFreeRule(rule, await readPolicy(customer), await currentGuidance())
  await settingsItem.update(how)
}
