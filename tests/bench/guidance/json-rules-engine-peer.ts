import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine'
import { compile, type Compiled } from '#utils/guidance/feel/compile.ts'
import type { FeelNode } from '#utils/guidance/feel/node.ts'
import type { Scope } from '#utils/guidance/feel/scope.ts'
import { bind, rowsToJudge } from '#utils/guidance/judge.ts'
import type { LoadedPack } from '#utils/guidance/pack.ts'

/**
 * The peer: the same conditions as json-rules-engine runs them, `and` and `or` as its `all` and `any`, each single condition
 * a fact that our own closure computes: it cannot count days itself, so its engine alone is measured, and flattered.
 */
interface Stage {
  readonly engine: Engine
  readonly list: number | null
}

export interface EngineRun {
  readonly run: (scope: Scope) => Promise<number>
}

export function engineRules(pack: LoadedPack): EngineRun {
  const stages = new Map<number | null, Stage>()
  const conditions: Compiled[] = []
  let current: Scope | null = null
  for (const { rule, versions, list } of pack.rules) {
    const stage = stages.get(list) ?? { engine: newEngine(), list }
    stages.set(list, stage)
    for (const { data } of versions) {
      for (const part of ['applies', 'met'] as const) {
        const rules: RuleProperties = {
          conditions: { all: [conditionOf(data[part].tree)] },
          event: { type: `${rule.id} ${data.from} ${part}` },
        }
        stage.engine.addRule(rules)
      }
    }
  }
  return { run }

  function newEngine(): Engine {
    const engine = new Engine([], { allowUndefinedFacts: true })
    engine.addFact('condition', (params) => current !== null && conditions[(params as { readonly id: number }).id]?.(current) === true)
    return engine
  }

  function conditionOf(node: FeelNode): NestedCondition {
    if (node.op === 'named') return conditionOf(node.of)
    if (node.op === 'and') return { all: node.items.map(conditionOf) }
    if (node.op === 'or') return { any: node.items.map(conditionOf) }
    conditions.push(compile(node, pack.layout))
    return { fact: 'condition', params: { id: conditions.length - 1 }, operator: 'equal', value: true }
  }

  /** How many conditions held. */
  async function run(scope: Scope): Promise<number> {
    current = scope
    let held = 0
    for (const { engine, list } of stages.values()) {
      const [sample] = pack.rules.filter((rule) => rule.list === list)
      for (const row of sample ? rowsToJudge(sample, scope) : []) {
        bind(scope, row)
        held += (await engine.run()).events.length
      }
    }
    return held
  }
}

/** The same number by our own closures. */
export function heldByClosures(pack: LoadedPack, scope: Scope): number {
  let held = 0
  for (const rule of pack.rules) {
    for (const row of rowsToJudge(rule, scope)) {
      bind(scope, row)
      for (const { applies, met } of rule.versions) held += Number(applies(scope) === true) + Number(met(scope) === true)
    }
  }
  return held
}
