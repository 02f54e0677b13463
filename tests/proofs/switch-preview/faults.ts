import type { RulePack } from '#utils/guidance/pack-schema.ts'
import { loadRulePack } from '#utils/guidance/pack.ts'
import { switchesAfter, switchesOn } from '#utils/switchboard/board-rules.ts'
import { NOTHING_EXAMINED, previewSteps, type SwitchPreview } from '#utils/switchboard/preview-switch.ts'
import type { SampleCase } from '#utils/switchboard/sample-cases.ts'
import type { Trial } from './trial.ts'

export interface Subject {
  readonly trial: Trial
  readonly pack: RulePack
  readonly cases: readonly SampleCase[]
}

/** The preview as the options page makes it. */
export function productPreview({ trial, pack, cases }: Subject): SwitchPreview {
  const { board, policy, considered } = trial
  const setup = { rules: loadRulePack(pack), closingDays: [] }
  const steps = previewSteps({
    before: { ...setup, switches: switchesOn(considered.day, board, policy) },
    after: { ...setup, switches: switchesAfter(considered, board, policy) },
    day: considered.day,
    cases,
  })
  let sum = NOTHING_EXAMINED
  for (const step of steps) sum = step
  return sum
}

const changed = (subject: Subject, how: (trial: Trial) => Partial<Trial>): Subject => ({
  ...subject,
  trial: { ...subject.trial, ...how(subject.trial) },
})

/** Previews that are wrong in one way each: the proof must tell every one from the real one. */
export const FAULTS: readonly { readonly name: string; readonly preview: (subject: Subject) => SwitchPreview }[] = [
  {
    name: 'judged today and not on the day it begins',
    preview: (subject) => productPreview(changed(subject, ({ considered, today }) => ({ considered: { ...considered, day: today } }))),
  },
  { name: 'the last case left out', preview: (subject) => productPreview({ ...subject, cases: subject.cases.slice(0, -1) }) },
  {
    name: 'hints told as cases',
    preview: (subject) => {
      const sum = productPreview(subject)
      return { ...sum, gain: sum.hintsGained, lose: sum.hintsLost }
    },
  },
  {
    name: 'what is locked is forgotten',
    preview: (subject) =>
      productPreview(
        changed(subject, ({ board, policy }) => ({ board: { ...board, cannotBeSwitchedOff: [] }, policy: { ...policy, locked: [] } })),
      ),
  },
  {
    name: 'policy is forgotten',
    preview: (subject) => productPreview(changed(subject, ({ policy }) => ({ policy: { ...policy, offByPolicy: [] } }))),
  },
  {
    name: 'what is off for all is forgotten',
    preview: (subject) =>
      productPreview(changed(subject, ({ board }) => ({ board: { ...board, off: board.off.filter(({ unit }) => unit !== '*') } }))),
  },
  {
    name: 'a decision that has run out still counts',
    preview: (subject) =>
      productPreview(changed(subject, ({ board }) => ({ board: { ...board, off: board.off.map((one) => ({ ...one, until: null })) } }))),
  },
  {
    name: 'on taken for off',
    preview: (subject) => productPreview(changed(subject, ({ considered }) => ({ considered: { ...considered, on: !considered.on } }))),
  },
  {
    name: 'only the newest version of each rule',
    preview: (subject) => productPreview({ ...subject, pack: newestOnly(subject.pack) }),
  },
]

function newestOnly(pack: RulePack): RulePack {
  const rules = pack.rules.map((rule) => {
    const last = rule.versions.findLast(({ status }) => status === 'in-force' || status === 'repealed')
    return last ? { ...rule, versions: [{ ...last, from: '1900-01-01' as typeof last.from, to: null }] } : rule
  })
  return { ...pack, rules }
}
