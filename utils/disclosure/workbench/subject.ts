import type { CaseView } from '#utils/domain/case-view.ts'
import type { SingleKey } from '#utils/domain/fact-catalogue.ts'
import type { Regime } from '../model/decision.ts'
import type { FileSubject } from '../model/finding.ts'

/** The citizen of a case that is open in another tab, as fields to fill in. */
export interface OpenCitizen {
  readonly name: string
  readonly draft: {
    readonly cpr: string
    readonly name: string
    readonly own: string
    readonly received?: string
    readonly regime?: Regime
  }
}

const OWN: readonly SingleKey[] = ['citizen.address', 'citizen.phone', 'citizen.email']
const REGIMES: Readonly<Record<string, Regime>> = { FVL: 'party', OFL: 'others', GDPR15: 'gdpr-15' }

/** Whose file it is, from what was typed. */
export function subjectFrom(cpr: string, name: string, own: string): FileSubject {
  const lines = own.split('\n').map((line) => line.trim())
  return { cpr, name: name.trim() === '' ? null : name.trim(), own: lines.filter((line) => line !== '') }
}

/** What an open case tells of the citizen and the request; what it does not tell stays as it was typed. */
export function openCitizenOf({ identity, facts }: CaseView): OpenCitizen {
  const own = OWN.flatMap((key) => {
    const value = facts[key]?.value
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  const received = facts['access.received']?.value
  const law = facts['access.law']?.value
  const regime = typeof law === 'string' && Object.hasOwn(REGIMES, law) ? REGIMES[law] : undefined
  return {
    name: identity.name,
    draft: {
      cpr: `${identity.cpr.slice(0, 6)}-${identity.cpr.slice(6)}`,
      name: identity.name,
      own: own.join('\n'),
      ...(typeof received === 'string' && { received: received.slice(0, 10) }),
      ...(regime && { regime }),
    },
  }
}
