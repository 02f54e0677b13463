import type { SingleKey } from '#utils/domain/fact-catalogue.ts'
import { isFactKey, isListGroup } from '#utils/domain/fact-catalogue.ts'
import { z } from '#utils/validation/zod.ts'
import { ARITHMETIC, RELATIONS, type FeelNode, type RowsNode } from './feel/node.ts'

const LONGEST_TEXT = 400

const key = z.string().refine(isFactKey)
const singleKey = z
  .string()
  .refine(isFactKey)
  .transform((value) => value as SingleKey)
const group = z.string().refine(isListGroup)
const slot = z.int().min(0).max(20)
const node: z.ZodType<FeelNode> = z.lazy(() => feelNodeSchema)
const rows: z.ZodType<RowsNode> = z.lazy(() => rowsNodeSchema)
const text = z.string().max(LONGEST_TEXT)

const rowsNodeSchema: z.ZodType<RowsNode> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('rows'), group }),
  z.strictObject({ op: z.literal('filter'), slot, list: rows, where: node }),
])

/** The shape of a typed tree. Its types are checked by `checkTree` afterwards. */
export const feelNodeSchema: z.ZodType<FeelNode> = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('number'), value: z.number() }),
  z.strictObject({ op: z.literal('text'), value: text }),
  z.strictObject({ op: z.literal('boolean'), value: z.boolean() }),
  z.strictObject({ op: z.literal('null') }),
  z.strictObject({ op: z.literal('day'), value: z.string().length(10) }),
  z.strictObject({ op: z.literal(['days', 'months']), value: z.int().min(0).max(40_000) }),
  z.strictObject({ op: z.literal('today') }),
  z.strictObject({ op: z.literal('fact'), key: singleKey }),
  z.strictObject({ op: z.literal('field'), slot, key }),
  z.strictObject({ op: z.literal(['and', 'or']), items: z.array(node).max(50) }),
  z.strictObject({ op: z.literal('not'), of: node }),
  z.strictObject({ op: z.literal('compare'), rel: z.literal(RELATIONS), left: node, right: node }),
  z.strictObject({ op: z.literal('arithmetic'), sign: z.literal(ARITHMETIC), left: node, right: node }),
  z.strictObject({ op: z.literal('shift'), sign: z.literal(['+', '-']), day: node, by: node }),
  z.strictObject({ op: z.literal('between-days'), later: node, earlier: node }),
  z.strictObject({ op: z.literal('if'), test: node, yes: node, no: node }),
  z.strictObject({ op: z.literal('call'), name: z.string().max(40), args: z.array(node).max(10) }),
  z.strictObject({ op: z.literal(['some', 'every']), slot, list: rows, test: node }),
  z.strictObject({ op: z.literal('count'), list: rows }),
  z.strictObject({ op: z.literal(['min', 'max', 'sum']), list: rows, slot, key }),
  z.strictObject({ op: z.literal('named'), text, feel: text, of: node }),
])
