import type { Step, Unit } from './citation.ts'
import type { Outline } from './register.ts'

export interface Place {
  /** Index in the outline. */
  readonly node: number
  /** The sentence that is meant, from 1; `null` for all of it. */
  readonly sentence: number | null
}

export type PlaceAnswer =
  | { readonly found: 'all'; readonly places: readonly Place[] }
  | { readonly found: 'none'; readonly missing: Unit }
  /** More than one could be meant, and lawyers would not write it so. */
  | { readonly found: 'several'; readonly places: readonly Place[] }

type Level = { readonly nodes: readonly number[]; readonly unsure: boolean }

/** Walks down an outline along the steps of a citation. Every part of a list and both ends of a range must exist. */
export function resolvePlace(outline: Outline, steps: readonly Step[]): PlaceAnswer {
  const tree = childrenOf(outline)
  let level: Level = { nodes: [], unsure: false }
  for (const [depth, step] of steps.entries()) {
    if (step.unit === 'pkt' && depth > 0) return sentencesAt(outline, tree, level, step)
    const next = depth === 0 ? atTop(outline, step) : below(outline, tree, level.nodes, step)
    if (next.nodes.length === 0) return { found: 'none', missing: step.unit }
    level = { nodes: next.nodes, unsure: level.unsure || next.unsure }
  }
  return answer(
    level.nodes.map((node) => ({ node, sentence: null })),
    level.unsure,
  )
}

function answer(places: readonly Place[], unsure: boolean): PlaceAnswer {
  return unsure ? { found: 'several', places } : { found: 'all', places }
}

function childrenOf(outline: Outline): readonly (readonly number[])[] {
  const children: number[][] = outline.map(() => [])
  for (const [index, { parent }] of outline.entries()) children[parent]?.push(index)
  return children
}

function atTop(outline: Outline, step: Step): Level {
  return pickFrom(outline, [...outline.keys()], step)
}

/** Every node of the level above must have what is asked for; otherwise the place does not exist. */
function below(outline: Outline, tree: readonly (readonly number[])[], above: readonly number[], step: Step): Level {
  const levels = above.map((node) => belowOne(outline, tree, node, step))
  if (levels.some(({ nodes }) => nodes.length === 0)) return { nodes: [], unsure: false }
  return { nodes: levels.flatMap(({ nodes }) => nodes), unsure: levels.some(({ unsure }) => unsure) }
}

function belowOne(outline: Outline, tree: readonly (readonly number[])[], node: number, step: Step): Level {
  const children = tree[node] ?? []
  const own = children.filter((child) => outline[child]?.unit === step.unit)
  if (own.length > 0) return pickFrom(outline, own, step)
  // "§ 15 b, nr. 5": a level that has only one part need not be named. "kapitel 3, § 5": headings between do not count.
  const found = children.map((child) => belowOne(outline, tree, child, step)).filter(({ nodes }) => nodes.length > 0)
  const mustBeNamed = children.length > 1 && !HEADINGS.has(outline[node]?.unit ?? '')
  return {
    nodes: found.flatMap(({ nodes }) => nodes),
    unsure: found.length > 1 || found.some(({ unsure }) => unsure) || (found.length > 0 && mustBeNamed),
  }
}

const HEADINGS: ReadonlySet<string> = new Set(['chapter', 'part', 'annex'])

function pickFrom(outline: Outline, among: readonly number[], { unit, from, to }: Step): Level {
  const row = among.filter((node) => outline[node]?.unit === unit)
  const starts = row.filter((node) => outline[node]?.number === from)
  if (to === null || starts.length === 0) return { nodes: starts, unsure: starts.length > 1 }
  const ends = row.filter((node) => outline[node]?.number === to)
  const [start, end] = [starts[0], ends[0]]
  if (start === undefined || end === undefined || end < start) return { nodes: [], unsure: false }
  return { nodes: row.filter((node) => node >= start && node <= end), unsure: starts.length > 1 || ends.length > 1 }
}

function sentencesAt(outline: Outline, tree: readonly (readonly number[])[], level: Level, step: Step): PlaceAnswer {
  const holders = level.nodes.map((node) => holderOf(outline, tree, node))
  const places = holders.flatMap(({ node }) => sentencesOf(outline[node]?.sentences ?? 0, step).map((sentence) => ({ node, sentence })))
  if (places.length === 0 || holders.some(({ node }) => sentencesOf(outline[node]?.sentences ?? 0, step).length === 0))
    return { found: 'none', missing: 'pkt' }
  return answer(places, level.unsure || holders.some(({ unsure }) => unsure))
}

/** The sentences of a paragraph are those of its only stk. */
function holderOf(
  outline: Outline,
  tree: readonly (readonly number[])[],
  node: number,
): { readonly node: number; readonly unsure: boolean } {
  const stk = (tree[node] ?? []).filter((child) => outline[child]?.unit === 'stk')
  const [first] = stk
  return outline[node]?.unit === 'paragraph' && first !== undefined ? { node: first, unsure: stk.length > 1 } : { node, unsure: false }
}

function sentencesOf(count: number, { from, to }: Step): readonly number[] {
  const first = from === 'last' ? count : Number(from)
  const last = to === null ? first : Number(to)
  if (first < 1 || last > count || last < first) return []
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
