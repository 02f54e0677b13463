import {
  allowedHosts,
  featureOn,
  isOn,
  policyOf,
  proxyBase,
  signInTarget,
  type BuildLimits,
  type PolicyFault,
  type PolicyState,
} from './judge-policy.ts'
import { FEATURES, type FeatureId, type PolicyKey } from './policy-keys.ts'

const FAULTS: Readonly<Record<PolicyFault['why'], string>> = {
  unreadable: 'Slået fra: værdien kan ikke læses',
  missing: 'Slået fra: nøglen mangler',
  'unknown-key': 'Slået fra: nøglen findes ikke',
  'outside-build': 'Slået fra: værdien ligger uden for det, udvidelsen er bygget til',
}

const FEATURE_NAMES: Readonly<Record<FeatureId, string>> = {
  overlay: 'visning på siden',
  bar: 'linjen med næste skridt',
  rowHints: 'råd ved felter og rækker',
  panel: 'sidepanelet',
  modelAnswers: 'sprogmodel',
}

type Effect = (state: PolicyState, limits: BuildLimits) => string

const EFFECTS: Readonly<Record<PolicyKey, Effect>> = {
  municipality: (state) => policyOf(state).municipality ?? 'Intet navn vises',
  fasitHosts: (state, limits) => `Virker på ${allowedHosts(state, limits).join(', ')}`,
  siteProfile: (state) => {
    const profile = policyOf(state).siteProfile
    return profile ? `Bruger ${profile.name} ${profile.version}` : 'Bruger de indbyggede profiler'
  },
  rulesOff: (state) => ruleCount(policyOf(state).rulesOff, 'slået fra'),
  rulesLocked: (state) => ruleCount(policyOf(state).rulesLocked, 'låst'),
  features: (state) => {
    const off = FEATURES.filter((id) => !featureOn(state, id)).map((id) => FEATURE_NAMES[id])
    return off.length === 0 ? 'Alt er slået til' : `Slået fra: ${off.join(', ')}`
  },
  proxyUrl: (state, limits) => proxyBase(state, limits) ?? 'Ingen sprogmodel',
  signInIssuer: (state, limits) => signInTarget(state, limits)?.issuer ?? 'Ingen kan logge ind',
  signInClientId: (state, limits) => signInTarget(state, limits)?.clientId ?? 'Ingen kan logge ind',
  closingDays: (state) => `${policyOf(state).closingDays?.length ?? 0} lukkedage`,
}

/** What a key does now, in one line. */
export function describeEffect(key: PolicyKey, state: PolicyState, limits: BuildLimits): string {
  if (state.kind === 'waiting') return 'Venter på opsætning'
  const fault = state.kind === 'invalid' ? state.keys.find((one) => one.key === key) : undefined
  if (fault) return FAULTS[fault.why]
  return isOn(state) ? EFFECTS[key](state, limits) : 'Uden virkning, til fejlen er rettet'
}

function ruleCount(rules: readonly string[] | undefined, what: string): string {
  const count = rules?.length ?? 0
  return count === 0 ? `Ingen regler er ${what}` : `${count} ${count === 1 ? 'regel' : 'regler'} er ${what}: ${rules?.join(', ')}`
}
