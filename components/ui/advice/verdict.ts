import type { Advice, LawStatus, Review, Severity, Verdict } from '#utils/domain/advice.ts'
import { groupOf, isInForce, type AdviceGroup } from '#utils/assistant/advice-groups.ts'
import type { Tone } from '../badge.tsx'
import { formatDay, formatDaysLeft } from '../format-da.ts'
import type { IconName } from '../icon.tsx'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}

export const GROUP_LABELS: Readonly<Record<AdviceGroup, string>> = {
  overdue: 'Overskredet',
  now: 'Nu',
  coming: 'Kommende',
  unknown: 'Kan ikke vurderes',
  met: 'I orden',
}

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  breached: 'Ikke opfyldt',
  due: 'Kommer',
  unknown: 'Kan ikke vurderes',
  met: 'I orden',
  'not-applicable': 'Gælder ikke',
}

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  K: 'Kritisk: kan gøre en afgørelse ugyldig',
  H: 'Lovbestemt pligt',
  M: 'God sagsbehandling',
  I: 'Oplysning',
}

const GROUP_LOOKS: Readonly<Record<AdviceGroup, Look>> = {
  overdue: { tone: 'late', icon: 'alert' },
  now: { tone: 'soon', icon: 'clock' },
  coming: { tone: 'neutral', icon: 'calendar' },
  unknown: { tone: 'unknown', icon: 'question' },
  met: { tone: 'ok', icon: 'check' },
}

/** Colour and icon of advice. */
export function lookOf(advice: Advice): Look {
  const group = groupOf(advice)
  if (!group) return { tone: 'neutral', icon: 'minus' }
  return advice.severity === 'I' && group === 'now' ? { tone: 'accent', icon: 'info' } : GROUP_LOOKS[group]
}

/** The state in a few words: "2 dage over fristen", "om 3 dage", "Kan ikke vurderes". */
export function stateText(advice: Advice): string {
  if (!isInForce(advice)) return 'Gælder ikke endnu'
  const open = advice.verdict === 'breached' || advice.verdict === 'due'
  if (open && advice.deadline) return deadlineText(advice.deadline.daysLeft)
  if (advice.severity === 'I' && open) return 'Bemærk'
  return VERDICT_LABELS[advice.verdict]
}

/** Beside a title "i dag" alone could be read as part of it. */
function deadlineText(daysLeft: number): string {
  const text = formatDaysLeft(daysLeft)
  return daysLeft === 0 || daysLeft === 1 ? `frist ${text}` : text
}

export const LAW_STATUS_WORDS: Readonly<Record<LawStatus, string>> = {
  'in-force': 'Gældende ret',
  draft: 'Lovforslag: gælder ikke',
  announced: 'Vedtaget, men ikke trådt i kraft',
  repealed: 'Ophævet',
}

/** "Gældende ret, gælder fra 1. jul. 2026" */
export function lawStatusText({ lawStatus, versionFrom }: Pick<Advice, 'lawStatus' | 'versionFrom'>): string {
  return `${LAW_STATUS_WORDS[lawStatus]}${versionFrom ? `, gælder fra ${formatDay(versionFrom)}` : ''}`
}

/** Whether a jurist stands behind a version. */
export function reviewWords(review: Review): string {
  return review ? `Kvalitetssikret af ${review.by}, ${formatDay(review.on)}` : 'Ikke juridisk kvalitetssikret'
}
