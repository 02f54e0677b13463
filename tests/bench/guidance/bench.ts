import { gzipSync } from 'node:zlib'
import { evaluate } from 'feelin'
import { requireRulePack } from '#build/rule-pack.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { bind, decisionOn, judge, rowsToJudge, scopeFor } from '#utils/guidance/judge.ts'
import { loadRulePack, type LoadedPack } from '#utils/guidance/pack.ts'
import type { Scope } from '#utils/guidance/feel/scope.ts'
import type { Bench } from '../run.ts'
import { HAND_WRITTEN, handCase } from './hand-written.ts'
import { heavyCase } from './heavy-case.ts'
import { RULES, replicate } from './replicate.ts'

const TODAY = day('2026-11-22')
const LIMIT = 3

/** Judges 500 rules over a heavy case: compiled pack, the same rules by hand, and feelin, in one run on one machine. */
export const bench: Bench = async () => {
  const pack = requireRulePack()
  const json = JSON.stringify(pack)
  const large = replicate(
    pack,
    HAND_WRITTEN.map(({ id }) => id),
  )
  const largeJson = JSON.stringify(large)
  const load = median(() => loadRulePack(JSON.parse(largeJson)), 5)
  const loaded = loadRulePack(JSON.parse(largeJson))
  const input = heavyCase()

  const byHand = handCase(input)
  const scope = scopeFor(loaded, input, { today: TODAY })
  const oursVerdicts = verdicts(loaded, scope)
  const handVerdicts = runByHand(byHand)
  const agree = oursVerdicts.length === handVerdicts.length && oursVerdicts.every((verdict, index) => verdict === handVerdicts[index])

  const [ours, hand] = alternately(
    () => verdicts(loaded, scopeFor(loaded, input, { today: TODAY })),
    () => runByHand(handCase(input)),
    300,
  )
  const whole = median(() => judge(loaded, input, { today: TODAY }), 60)
  const feelin = median(() => runFeelin(large.rules.map(({ versions }) => versions.at(-1)?.applies.feel ?? 'true')), 1)

  console.log(
    `  ${RULES} rules (${HAND_WRITTEN.length} of the pack's, each again and again with other limits), ${oursVerdicts.length} verdicts on one heavy case; both agree: ${agree ? 'yes' : 'NO'}`,
  )
  console.log(`  judged by closures, case laid out and all      ${ms(ours)}`)
  console.log(
    `  the same rules by hand in TypeScript            ${ms(hand)}   ours ÷ by hand = ${(ours / hand).toFixed(2)} (at most ${LIMIT})`,
  )
  console.log(`  full advice: deadlines by day, facts rested on  ${ms(whole)}`)
  console.log(`  feelin, only the applies-conditions             ${ms(feelin)}   (${(feelin / ours).toFixed(0)} × ours)`)
  console.log(`  loading and validating ${RULES} rules               ${ms(load)}`)
  console.log(
    `  the pack itself: ${pack.rules.length} rules, ${(json.length / 1000).toFixed(0)} kB JSON, ${(gzipSync(json).length / 1000).toFixed(1)} kB gzip; loads in ${ms(median(() => loadRulePack(JSON.parse(json)), 15))}`,
  )
  return { held: agree && ours / hand <= LIMIT }
}

function verdicts(pack: LoadedPack, scope: Scope): string[] {
  const out: string[] = []
  for (const rule of pack.rules) {
    for (const row of rowsToJudge(rule, scope)) {
      bind(scope, row)
      out.push(decisionOn(rule, scope, row).verdict)
    }
  }
  return out
}

function runByHand(facts: ReturnType<typeof handCase>): string[] {
  const out: string[] = []
  for (let index = 0; index < RULES; index += 1) {
    const rule = HAND_WRITTEN[index % HAND_WRITTEN.length]
    rule?.judge(facts, TODAY, Math.floor(index / HAND_WRITTEN.length), out)
  }
  return out
}

function runFeelin(expressions: readonly string[]): void {
  const context = {
    today: null,
    case: { targetGroup: '6.2', type: 'Kontanthjælp' },
    contact: {},
    sick: {},
    access: {},
    decision: {},
    offer: {},
    prep: {},
  }
  for (const feel of expressions)
    evaluate(feel.includes('(') || feel.includes('.') ? feel : 'case.targetGroup = "6.2" and case.type != null', context)
}

/** The two timed in turn, so that whatever else the machine does falls on both. */
function alternately(a: () => unknown, b: () => unknown, rounds: number): readonly [number, number] {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = [timed(a), timed(b)]
    if (round >= rounds / 3) {
      times[0].push(first)
      times[1].push(second)
    }
  }
  return [middle(times[0]), middle(times[1])]
}

const median = (run: () => unknown, rounds: number) => middle(Array.from({ length: rounds }, () => timed(run)))

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
const ms = (time: number) => `${time.toFixed(3)} ms`.padStart(12)
