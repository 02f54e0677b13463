import * as fc from 'fast-check'
import { evaluate } from 'feelin'
import { expect, test } from 'vitest'
import { parseFeel } from '#build/feel/parse.ts'
import { STATUTORY_CALENDAR } from '#utils/guidance/calendar/work-calendar.ts'
import { checkTree } from '#utils/guidance/feel/check-tree.ts'
import { compile } from '#utils/guidance/feel/compile.ts'
import type { FeelNode } from '#utils/guidance/feel/node.ts'
import { printFeel } from '#utils/guidance/feel/print.ts'
import { Layout } from '#utils/guidance/feel/scope.ts'
import { loadCase } from '#utils/guidance/load-case.ts'
import { anyCase, booleans, days, numbers, TOP, type GeneratedCase } from './arbitrary.ts'
import { inputOf } from './case-input.ts'

const feelValue = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? evaluate(`date("${value}")`).value : value

/** The case as feelin wants it: nested objects with its own kind of dates. */
function contextOf({ singles, rows, today }: GeneratedCase): Record<string, unknown> {
  const context: Record<string, Record<string, unknown>> = {}
  for (const [key, value] of singles) {
    const [group = '', name = ''] = key.split('.')
    context[group] = { ...context[group], [name]: feelValue(value) }
  }
  const offer = rows.map((row) => Object.fromEntries([...row].map(([key, value]) => [key.split('.')[1] ?? '', feelValue(value)])))
  return { ...context, offer, today: feelValue(today) }
}

function byFeelin(text: string, generated: GeneratedCase): unknown {
  const { value } = evaluate(text, contextOf(generated))
  return typeof value === 'object' && value !== null ? (value as { toString(): string }).toString() : value
}

function byUs(tree: FeelNode, generated: GeneratedCase): unknown {
  const layout = new Layout()
  const run = compile(tree, layout)
  return run(loadCase(layout, inputOf(generated), generated.today, STATUTORY_CALENDAR))
}

const anyExpression = fc.oneof({ weight: 4, arbitrary: booleans(TOP) }, numbers(TOP), days(TOP))

test('gives what feelin gives on generated expressions', { timeout: 60_000 }, () => {
  const outcomes = new Map<string, number>()
  fc.assert(
    fc.property(anyExpression, anyCase, (tree, generated) => {
      fc.pre(checkTree(tree, new Map()).problems.length === 0)
      const text = printFeel(tree)
      const parsed = parseFeel(text)
      if (!parsed.ok) throw new Error(`${text}: ${parsed.problems.map((problem) => problem.text).join()}`)
      const ours = byUs(parsed.tree, generated)
      outcomes.set(typeof ours, (outcomes.get(typeof ours) ?? 0) + 1)
      expect(ours, text).toEqual(byFeelin(text, generated))
      expect(byUs(tree, generated), text).toEqual(ours)
    }),
    { numRuns: 1000 },
  )
  expect(outcomes.get('boolean') ?? 0).toBeGreaterThan(300)
})

test('what is printed is read back as the same text', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyExpression, (tree) => {
      fc.pre(checkTree(tree, new Map()).problems.length === 0)
      const parsed = parseFeel(printFeel(tree))
      const again = parsed.ok ? parseFeel(printFeel(parsed.tree)) : parsed
      expect(parsed.ok && again.ok && printFeel(again.tree)).toBe(parsed.ok && printFeel(parsed.tree))
    }),
    { numRuns: 500 },
  )
})
