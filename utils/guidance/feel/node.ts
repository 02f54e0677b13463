import type { FactKey, ListGroup, SingleKey } from '#utils/domain/fact-catalogue.ts'

export const RELATIONS = ['=', '!=', '<', '<=', '>', '>='] as const
export type Relation = (typeof RELATIONS)[number]

export const ARITHMETIC = ['+', '-', '*', '/'] as const
export type Arithmetic = (typeof ARITHMETIC)[number]

/**
 * The typed tree of a FEEL expression: plain JSON, so that a pack carries it and no parser goes into the browser.
 * A row of a list is bound to a slot: slot 0 is the row of a `forEach` rule, each filter and quantifier opens the next.
 */
export type FeelNode =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'boolean'; readonly value: boolean }
  | { readonly op: 'null' }
  | { readonly op: 'day'; readonly value: string }
  | { readonly op: 'days'; readonly value: number }
  | { readonly op: 'months'; readonly value: number }
  | { readonly op: 'today' }
  | { readonly op: 'fact'; readonly key: SingleKey }
  | { readonly op: 'field'; readonly slot: number; readonly key: FactKey }
  | { readonly op: 'and' | 'or'; readonly items: readonly FeelNode[] }
  | { readonly op: 'not'; readonly of: FeelNode }
  | { readonly op: 'compare'; readonly rel: Relation; readonly left: FeelNode; readonly right: FeelNode }
  | { readonly op: 'arithmetic'; readonly sign: Arithmetic; readonly left: FeelNode; readonly right: FeelNode }
  | { readonly op: 'shift'; readonly sign: '+' | '-'; readonly day: FeelNode; readonly by: FeelNode }
  | { readonly op: 'between-days'; readonly later: FeelNode; readonly earlier: FeelNode }
  | { readonly op: 'if'; readonly test: FeelNode; readonly yes: FeelNode; readonly no: FeelNode }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly FeelNode[] }
  | { readonly op: 'some' | 'every'; readonly slot: number; readonly list: RowsNode; readonly test: FeelNode }
  | { readonly op: 'count'; readonly list: RowsNode }
  | { readonly op: 'min' | 'max' | 'sum'; readonly list: RowsNode; readonly slot: number; readonly key: FactKey }
  | { readonly op: 'named'; readonly text: string; readonly feel: string; readonly of: FeelNode }

/** A list of rows, filtered or not. */
export type RowsNode =
  | { readonly op: 'rows'; readonly group: ListGroup }
  | { readonly op: 'filter'; readonly slot: number; readonly list: RowsNode; readonly where: FeelNode }

/** Static type of a node. `days` and `months` are FEEL's two kinds of duration. */
export type FeelType = 'number' | 'text' | 'boolean' | 'day' | 'days' | 'months' | 'texts' | 'null'

/** The group whose rows a list node gives. */
export function groupOf(rows: RowsNode): ListGroup {
  return rows.op === 'rows' ? rows.group : groupOf(rows.list)
}
