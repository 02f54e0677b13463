import { parser } from 'lezer-feel'
import type { ListGroup } from '#utils/domain/fact-catalogue.ts'
import { checkTree } from '#utils/guidance/feel/check-tree.ts'
import type { FeelNode, FeelType, RowsNode } from '#utils/guidance/feel/node.ts'
import { Reader } from './reader.ts'

/** What is wrong with an expression and where, for its author. */
export interface FeelProblem {
  readonly text: string
  readonly from: number
  readonly to: number
}

export interface NamedCondition {
  readonly text: string
  readonly feel: string
  readonly tree: FeelNode
}

export interface ParseOptions {
  /** The list whose row is bound as slot 0. */
  readonly forEach?: ListGroup | null
  /** Conditions that may be used by name. */
  readonly named?: ReadonlyMap<string, NamedCondition>
  readonly expect?: FeelType
}

export type ParseResult =
  | { readonly ok: true; readonly tree: FeelNode; readonly type: FeelType }
  | { readonly ok: false; readonly problems: readonly FeelProblem[] }

export type SyntaxNode = ReturnType<ReturnType<typeof parser.parse>['topNode']['getChild']> & object

const grammar = parser.configure({ top: 'Expression' })

/** Parses an expression of the subset, resolves its names against the catalogue and types it. */
export function parseFeel(text: string, options: ParseOptions = {}): ParseResult {
  const top = grammar.parse(text).topNode
  const broken = syntaxError(top)
  if (broken)
    return { ok: false, problems: [{ text: 'Udtrykket kan ikke læses her.', from: broken.from, to: Math.max(broken.to, broken.from + 1) }] }
  const reader = new Reader(text, options.forEach ?? null, options.named ?? new Map())
  const first = top.firstChild
  const tree = first ? reader.value(first) : null
  if (tree === null || reader.problems.length > 0) return { ok: false, problems: reader.problems }
  return checked(tree, reader, options)
}

function checked(tree: FeelNode, reader: Reader, options: ParseOptions): ParseResult {
  const slots = new Map(options.forEach ? [[0, options.forEach]] : [])
  const { type, problems } = checkTree(tree, slots)
  const placed = problems.map(({ node, text }) => ({ text, ...reader.placeOf(node) }))
  if (options.expect && type !== options.expect && placed.length === 0) {
    placed.push({ text: `Udtrykket skal give ${options.expect}, men giver ${type}.`, ...reader.placeOf(tree) })
  }
  return placed.length > 0 ? { ok: false, problems: placed } : { ok: true, tree, type }
}

function syntaxError(top: SyntaxNode): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  top.cursor().iterate((node) => {
    if (found === null && node.type.isError) found = { from: node.from, to: node.to }
  })
  return found
}

export type AnyNode = FeelNode | RowsNode
