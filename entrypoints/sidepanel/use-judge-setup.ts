import { useMemo } from 'react'
import type { JudgeSetup } from '#utils/case-session/judge-case.ts'
import type { PanelSetup } from '#utils/case-session/panel-setup.ts'
import { loadRulePack, type LoadedPack } from '#utils/guidance/pack.ts'

/** The pack made ready to judge with, or `null` when it cannot be used. */
export function useJudgeSetup({ pack, switches, closingDays }: PanelSetup): JudgeSetup | null {
  const rules = useLoadedPack(pack)
  return useMemo(() => rules && { rules, switches, closingDays }, [rules, switches, closingDays])
}

/** A pack ready to judge with; `null` when there is none, or it cannot be used. */
export function useLoadedPack(pack: unknown): LoadedPack | null {
  return useMemo(() => (pack === undefined ? null : loaded(pack)), [pack])
}

function loaded(pack: unknown): LoadedPack | null {
  try {
    return loadRulePack(pack)
  } catch {
    // Shown as "Regelpakken kan ikke bruges": the reason is for the build's own check, which names the rule.
    return null
  }
}
