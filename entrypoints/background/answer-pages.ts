import { customer } from 'virtual:customer'
import { AppError } from '#utils/domain/app-error.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import { ownExtension } from '#utils/browser/own-extension.ts'
import { openSidePanel } from '#utils/browser/side-panel.ts'
import { danishDay } from '#utils/case-session/today.ts'
import { answerCalls } from '#utils/messaging/answer.ts'
import type { PageToBackground, ReaderToBackground } from '#utils/messaging/maps.ts'
import { adviceSeen, dismissChoice, pageSnoozeChoice } from '#utils/messaging/payloads.ts'
import { contentSender, type ContentSender } from '#utils/messaging/sender.ts'
import { anyCovers } from '#utils/policy/host-pattern.ts'
import { allowedHosts, isOn, policyOf, type PolicyState } from '#utils/policy/judge-policy.ts'
import { readPolicy } from '#utils/policy/managed-storage.ts'
import { countDismissal, snooze } from '#utils/storage/rule-settings.ts'
import { settingsItem } from '#utils/storage/settings.ts'
import { countSeen, countShown } from './count-advice.ts'
import { currentGuidance } from './guidance-world.ts'
import { injectReader } from './inject-reader.ts'
import { partOn, requireFreeRule, ruleSwitches } from './rule-settings.ts'
import { profileFor } from './site-profiles.ts'

/** Answers the two scripts that live in pages of the case system. */
export function answerPages(): void {
  const trust = (sender: Parameters<typeof contentSender>[0]) =>
    contentSender(sender, { id: ownExtension().id, hosts: customer.fasitHosts })
  answerCalls<PageToBackground, ContentSender>('background', trust, {
    pageSetup: { run: pageSetup },
    caseRecognised: {
      run: async (_none, sender) => {
        await requirePlace(sender)
        await injectReader(sender)
      },
    },
  })
  answerCalls<ReaderToBackground, ContentSender>('background', trust, {
    readerSetup: { run: readerSetup },
    rulePack: {
      run: async (_none, sender) => {
        await requirePlace(sender)
        return (await currentGuidance()).pack
      },
    },
    snoozeRule: {
      payload: pageSnoozeChoice,
      run: async ({ rule, until }, sender) => {
        requireFreeRule(rule, await requirePlace(sender), await currentGuidance())
        await settingsItem.update((settings) => snooze(settings, { rule, until, today: danishDay(new Date()) }))
        countSeen([{ rule, act: 'snoozed', reason: null }])
      },
    },
    dismissRule: {
      payload: dismissChoice,
      run: async ({ rule, reason }, sender) => {
        requireFreeRule(rule, await requirePlace(sender), await currentGuidance())
        await settingsItem.update((settings) => countDismissal(settings, rule, reason))
        countSeen([{ rule, act: 'dismissed', reason }])
      },
    },
    adviceSeen: {
      payload: adviceSeen,
      run: async (seen, sender) => {
        await requirePlace(sender)
        countShown(seen)
      },
    },
    // Cannot wait for policy: one `await` and the browser no longer knows of the user's click. Elsewhere the panel is empty.
    openPanel: { run: async (_none, { tabId }) => openSidePanel(tabId) },
  })
}

async function pageSetup(_none: undefined, sender: ContentSender) {
  const { code, profile } = await place(sender)
  if (code !== null || profile === null) return { kind: 'off', code: code ?? 'page-unknown' } as const
  // The recogniser needs to know pages by address and landmark; how facts are read is no business of every page.
  return { kind: 'watch', profile: { ...profile, blocks: {}, links: {}, wordLists: {}, insertTargets: [] } } as const
}

async function readerSetup(_none: undefined, sender: ContentSender) {
  const { code, profile, policy } = await place(sender)
  if (code !== null || profile === null) return { kind: 'off', code: code ?? 'page-unknown' } as const
  const [settings, guidance] = await Promise.all([settingsItem.get(), currentGuidance()])
  // Rules that nobody has vouched for in three months may no longer be the law.
  if (guidance.view.freshness === 'too-old') return { kind: 'off', code: 'guidance-too-old' } as const
  return {
    kind: 'read',
    profile,
    switches: ruleSwitches(policy, guidance, settings),
    closingDays: policyOf(policy).closingDays ?? [],
    features: {
      overlay: partOn(policy, guidance, 'overlay'),
      bar: partOn(policy, guidance, 'bar'),
      rowHints: partOn(policy, guidance, 'rowHints'),
      panel: partOn(policy, guidance, 'panel'),
    },
    theme: settings.theme,
  } as const
}

/** The policy, where work may be done; throws on a page that the build allows and the organisation does not. */
async function requirePlace(sender: ContentSender): Promise<PolicyState> {
  const { policy, code } = await place(sender)
  if (code !== null) throw new AppError(code)
  return policy
}

/** What holds where the sender is: why nothing may happen there, or the profile of its pages. */
async function place(sender: ContentSender) {
  const policy = await readPolicy(customer)
  const code = offReason(policy, sender.origin)
  return { policy, code, profile: code === null ? profileFor(sender.url, policy) : null }
}

function offReason(policy: PolicyState, origin: string): ErrorCode | null {
  if (policy.kind === 'waiting') return 'policy-waiting'
  if (!isOn(policy)) return 'policy-invalid'
  return anyCovers(allowedHosts(policy, customer), origin) ? null : 'feature-off'
}
