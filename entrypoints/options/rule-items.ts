import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { voiceOf } from '#utils/case-session/rule-switches.ts'
import { packSchema } from '#utils/guidance/pack-schema.ts'
import { mayChangeOn, versionOn } from '#utils/guidance/version-on.ts'
import type { RuleItem } from '#components/guidance/rule-list.tsx'

/** The pack's rules as the switchboard shows them today. */
export function ruleItems({ pack, guidance, switches, settings }: PanelSetup, today: CalendarDay): readonly RuleItem[] {
  return packSchema.parse(pack).rules.map(({ id, title, text, versions }) => {
    const voice = voiceOf(id, switches, today)
    const version = versionOn(versions, today)
    const counts = Object.values(settings.dismissed[id] ?? {})
    return {
      id,
      title,
      text,
      citations: version?.cites.map((cite) => cite.text) ?? [],
      law: version && { lawStatus: version.status, versionFrom: version.from, review: version.review },
      mayChangeOn: mayChangeOn(versions, today),
      on: voice === 'speaks' || voice === 'snoozed',
      managed: [...switches.locked, ...switches.offByPolicy, ...switches.offByUnit].includes(id),
      unitDecision: voice === 'off-by-unit' ? (guidance.unitOff[id] ?? null) : null,
      snoozedUntil: voice === 'snoozed' ? (switches.snoozed[id] ?? null) : null,
      dismissals: counts.reduce((sum: number, count) => sum + (count ?? 0), 0),
    }
  })
}
