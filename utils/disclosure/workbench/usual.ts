import type { Regime } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import { groundOf, type Ground } from '../review/regimes.ts'

/** What is usual for this very finding: the citizen's own is handed out, and so are the names of those who work there. */
export function usualFor({ category, role }: Pick<Finding, 'category' | 'role'>, regime: Regime): Ground {
  const ground = groundOf(category, regime)
  const own = role === 'borger' || (role === 'sagsbehandler' && category === 'person')
  return own ? { ...ground, usual: 'release' } : ground
}
