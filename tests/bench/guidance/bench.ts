import { gzipSync } from 'node:zlib'
import { requireRulePack } from '#build/rule-pack.ts'
import { day } from '#utils/domain/calendar-day.ts'
import type { Scope } from '#utils/guidance/feel/scope.ts'
import { bind, decisionOn, judge, rowsToJudge, scopeFor } from '#utils/guidance/judge.ts'
import { loadRulePack, type LoadedPack } from '#utils/guidance/pack.ts'
import type { Bench } from '../run.ts'
import { feelinCase, feelinTexts, runFeelin } from './feelin-peer.ts'
import { HAND_WRITTEN, handCase } from './hand-written.ts'
import { heavyCase } from './heavy-case.ts'
import { logicCase, logicRules, runLogic } from './json-logic-peer.ts'
import { engineRules, heldByClosures } from './json-rules-engine-peer.ts'
import { RULES, replicate } from './replicate.ts'
import { alternately, median, medianOf, ms } from './timing.ts'

const TODAY = day('2026-11-22')
const LIMIT = 3

/** 500 rules over a heavy case, loading and judging apart: ours, by hand, feelin, json-rules-engine and json-logic-js, in one run. */
export const bench: Bench = async () => {
  const pack = requireRulePack()
  const large = replicate(
    pack,
    HAND_WRITTEN.map(({ id }) => id),
  )
  const largeJson = JSON.stringify(large)
  const loaded = loadRulePack(JSON.parse(largeJson))
  const input = heavyCase()
  const logic = logicRules(large)
  const engine = engineRules(loaded)
  const texts = feelinTexts(large)
  const scope = scopeFor(loaded, input, { today: TODAY })
  const data = logicCase(input, TODAY)

  const oursSay = verdicts(loaded, scope)
  const handSays = same(oursSay, runByHand(handCase(input)))
  const logicSays = same(oursSay, runLogic(logic, data, TODAY))
  const engineSays = (await engine.run(scope)) === heldByClosures(loaded, scope)

  const [ours = 0, hand = 0] = alternately(
    [() => verdicts(loaded, scopeFor(loaded, input, { today: TODAY })), () => runByHand(handCase(input))],
    300,
  )
  const logicTime = median(() => runLogic(logic, logicCase(input, TODAY), TODAY), 15)
  const engineTime = await medianOf(() => engine.run(scope), 5)
  const feelin = median(() => runFeelin(texts, feelinCase(data, TODAY)), 3)

  console.log(
    `  ${RULES} rules (${HAND_WRITTEN.length} of the pack's, each again and again with other limits), ${oursSay.length} verdicts on one heavy case`,
  )
  console.log('  judging, warm                                          median      ÷ ours  agrees with ours')
  row('ours: closures, the case laid out and all', ours, ours, '')
  row('by hand in TypeScript', hand, ours, `${yes(handSays)}   ours ÷ by hand = ${(ours / hand).toFixed(2)} (at most ${LIMIT})`)
  row('json-logic-js 2.0.5', logicTime, ours, yes(logicSays))
  row('json-rules-engine 7.3.1, its engine only', engineTime, ours, yes(engineSays))
  row(`feelin 8.2.0, ${texts.length} conditions without day counts`, feelin, ours, 'not compared')
  row(
    'ours in full: deadlines by day, facts rested on',
    median(() => judge(loaded, input, { today: TODAY }), 60),
    ours,
    '',
  )
  console.log('  loading')
  row(
    'ours: parse, validate, type-check, compile',
    median(() => loadRulePack(JSON.parse(largeJson)), 7),
    null,
    '',
  )
  row(
    'json-logic-js: translate',
    median(() => logicRules(large), 7),
    null,
    '',
  )
  row(
    'json-rules-engine: add rules',
    median(() => engineRules(loaded), 5),
    null,
    '',
  )
  const json = JSON.stringify(pack)
  const alone = median(() => loadRulePack(JSON.parse(json)), 15)
  console.log(
    `  the pack itself: ${pack.rules.length} rules, ${(json.length / 1000).toFixed(0)} kB JSON, ${(gzipSync(json).length / 1000).toFixed(1)} kB gzip; loads in ${ms(alone).trim()}`,
  )
  return { held: handSays && logicSays && engineSays && ours / hand <= LIMIT }
}

function row(name: string, time: number, ours: number | null, note: string): void {
  console.log(`    ${name.padEnd(48)} ${ms(time)} ${ours === null ? '' : `${(time / ours).toFixed(1)} ×`.padStart(11)}  ${note}`.trimEnd())
}

const yes = (agrees: boolean) => (agrees ? 'yes' : 'NO')
const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((verdict, index) => verdict === other[index])

function verdicts(pack: LoadedPack, scope: Scope): string[] {
  const out: string[] = []
  for (const rule of pack.rules) {
    for (const own of rowsToJudge(rule, scope)) {
      bind(scope, own)
      out.push(decisionOn(rule, scope, own).verdict)
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
