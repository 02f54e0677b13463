import { Notice } from '#components/ui/notice.tsx'
import { formatDay } from '#components/ui/format-da.ts'
import { danishDay } from '#utils/case-session/today.ts'
import type { GuidanceView } from '#utils/case-session/guidance-view.ts'

/** Says that nobody has vouched for the rules for a month, before they are taken out of use. */
export function GuidanceNotice({ guidance: { freshness, confirmedAt } }: { readonly guidance: GuidanceView }) {
  if (freshness === 'fresh' || confirmedAt === null) return null
  const since = formatDay(danishDay(new Date(confirmedAt)))
  return freshness === 'ageing' ? (
    <Notice tone="soon" title={`Reglerne er sidst bekræftet ${since}.`}>
      <p>De bruges stadig, men loven kan være ændret. Log ind, så nye regler kan hentes. Efter 90 dage vises der ingen råd.</p>
    </Notice>
  ) : (
    <Notice tone="late" title={`Reglerne er sidst bekræftet ${since}, så der vises ingen råd.`}>
      <p>Loven kan være ændret i mellemtiden. Log ind, så nye regler kan hentes. Hjælper det ikke, så kontakt den lokale IT.</p>
    </Notice>
  )
}
