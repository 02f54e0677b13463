import { z } from '#utils/validation/zod.ts'
import { isFactKey, isListGroup } from '#utils/domain/fact-catalogue.ts'
import { QUICK_LINKS } from '#utils/domain/quick-link.ts'
import { patternFault } from './safe-pattern.ts'

/**
 * The shape of a site profile: data that says where the canonical facts stand on one host's pages. It holds no code and
 * its patterns are bounded, so an administrator may edit it and a bad one can at worst find nothing.
 */

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const words = z.string().min(1).max(160)
const labels = z
  .union([words, z.array(words).min(1).max(40)])
  .describe('A text or a list of synonyms; compared without regard to case, spacing or a final colon')
const selector = z
  .string()
  .min(1)
  .max(300)
  .refine((css) => !/[{}]|:has\([^)]*:has/u.test(css), 'not a plain selector')
  .describe('CSS selector; the last resort')
const attribute = z.string().regex(/^[a-z][a-z0-9:-]{0,60}$/)
const pattern = z
  .string()
  .refine((source) => patternFault(source) === null, 'pattern is not bounded')
  .describe('Bounded regular expression: no * or +, no nested repeats')
const role = z.string().regex(/^[a-z]{2,30}$/)

/** Finds elements: by role and name, by heading (gives the section it heads), by label or text, or by CSS. */
const finder = z
  .strictObject({
    role: role.optional(),
    name: labels.optional(),
    heading: labels.optional().describe('The section that this heading belongs to'),
    label: labels.optional().describe('An element whose whole text is this label'),
    startsWith: labels.optional().describe('An element whose text begins so'),
    css: selector.optional(),
    section: z.boolean().optional().describe('With role heading: the section that each heading heads'),
    in: id.optional().describe('A named region; without it, the block or the page'),
  })
  .refine(
    (f) => [f.role, f.heading, f.label, f.startsWith, f.css].filter((x) => x !== undefined).length === 1,
    'exactly one of role, heading, label, startsWith, css',
  )
const finders = z.union([finder, z.array(finder).min(1).max(20)])

export const RELATIONS = [
  'next-cell',
  'dd',
  'for',
  'legend',
  'aria-label',
  'placeholder',
  'following-input',
  'preceding-text',
  'title',
] as const

const readFrom = z.union([
  z
    .enum(['text', 'title', 'control'])
    .describe("text: the value of a field, else its visible text · title: a tooltip or an icon's name · control: the text of a button"),
  z.strictObject({ attribute }),
])

const locator = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('role'), role, name: labels, in: id.optional(), read: readFrom.optional() }),
  z.strictObject({ by: z.literal('label'), text: labels, relations: z.array(z.enum(RELATIONS)).min(1).optional(), in: id.optional() }),
  z.strictObject({
    by: z.literal('attribute'),
    attribute,
    equals: z.string().max(120).optional(),
    in: id.optional(),
    read: readFrom.optional(),
  }),
  z.strictObject({ by: z.literal('css'), css: selector, in: id.optional(), read: readFrom.optional() }),
  z.strictObject({ by: z.literal('route'), param: z.string().regex(/^[a-zA-Z]{1,30}$/) }),
])

/** What is done to text before it is a value. The fact's type does the rest. */
const reading = {
  words: z
    .record(z.string().min(1), z.union([z.string(), z.boolean(), z.number(), z.null()]))
    .optional()
    .describe("The page's words → the canonical value"),
  use: id.optional().describe('A word list of the profile'),
  extract: z
    .union([pattern, z.array(pattern).min(1).max(6)])
    .optional()
    .describe('Only this part of the text: the first group, else the whole match'),
  empty: labels.optional().describe("Texts that mean an empty field, beside the profile's own"),
}

const factReading = z.strictObject({
  locators: z.array(locator).min(1).max(12),
  optional: z.boolean().optional().describe('May be missing on a page that fits'),
  ...reading,
})
const factKey = z.string().refine((key): boolean => isFactKey(key), 'not in the fact catalogue')
const facts = z.record(factKey, factReading)

const column = z.strictObject({
  header: labels.optional().describe("Text of the column's header, or of the label inside a card"),
  field: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe("Value of the cell's data-field"),
  at: finders.optional().describe('Inside a card or an unfolded row'),
  position: z
    .enum(['heading', 'link', 'status', 'detail'])
    .optional()
    .describe("The row's heading, link, status mark, or its whole unfolded part"),
  read: readFrom.optional(),
  unfold: z.boolean().optional().describe("Stands in the row's unfolded part"),
  optional: z.boolean().optional(),
  ...reading,
})

const list = z.strictObject({
  group: z.string().refine(isListGroup, 'not a list group of the fact catalogue'),
  in: id.optional(),
  region: finders.optional(),
  shape: z.enum(['table', 'cards', 'matrix']).default('table'),
  row: finders.optional().describe('Cards: what one row is'),
  columns: z.record(factKey, column),
  need: z.array(factKey).optional().describe('Headers that must be there for the table to be this list; default: the first two'),
  rowKey: z.strictObject({ attribute }).optional().describe('Attribute that names a row; default: its content'),
  paging: z
    .strictObject({
      kind: z.enum(['none', 'next', 'scroll', 'virtual']),
      next: finder.optional().describe('The button that shows the next page; it can be pressed while rows are left'),
    })
    .default({ kind: 'none' }),
  total: z
    .strictObject({
      from: finders.optional(),
      attribute: attribute.optional(),
      pattern: pattern.optional(),
      less: z.number().int().min(0).max(5).optional(),
    })
    .optional(),
  filters: z
    .array(
      z.strictObject({
        label: labels,
        open: labels.describe('Values with which nothing is hidden'),
        name: words,
        optional: z.boolean().optional(),
      }),
    )
    .optional(),
  noRows: labels.optional().describe('Text that stands there when the list is empty'),
  part: z.boolean().optional().describe('Holds only some rows on purpose ("seneste 5"): never complete'),
  optional: z.boolean().optional(),
})

const block = z.strictObject({
  title: words.optional().describe('What users call the part'),
  region: finders.optional().describe('Where the part stands; default the whole page'),
  expander: finders.optional().describe('The control that opens the part. Only what stands here may ever be pressed'),
  frame: finders.optional().describe('A same-origin frame that holds the part'),
  optional: z.boolean().optional().describe('May be missing on a page that fits'),
  facts: facts.optional(),
  lists: z.array(list).optional(),
})

const place = z.strictObject({
  path: z
    .string()
    .max(200)
    .optional()
    .describe('/borger/{citizen}/overblik; a {name} is one segment and can be read by a route locator; a final ** takes the rest'),
  query: z.record(z.string(), z.string()).optional().describe('name → value, {name}, a|b, or ! for absent'),
  hash: z.string().max(200).optional(),
})

const page = z
  .strictObject({
    kind: id,
    title: words.optional(),
    citizens: z.enum(['none', 'single', 'many']),
    at: z.array(place).min(1).max(10).optional().describe('Addresses; without them the landmarks alone decide'),
    present: finders.optional().describe('Landmarks that must be there too'),
    blocks: z.array(id).optional(),
    canaries: finders.optional().describe('Each must be on the page once it has loaded, else the profile no longer fits'),
  })
  .refine((p) => p.at !== undefined || p.present !== undefined, 'a page needs an address or a landmark')

const identitySource = z.strictObject({
  id,
  gives: z.enum(['citizenId', 'cpr', 'name', 'caseId']),
  independent: z.enum(['address', 'header', 'page']).describe('Sources of one kind count once: they may come from the same data'),
  locators: z.array(locator).min(1).max(8),
  extract: reading.extract,
})

const identity = z.strictObject({
  region: id.optional().describe('The named region that all sources but the address stand in'),
  sources: z.array(identitySource).min(2).max(12),
  need: z.number().int().min(2).max(6).default(2),
})

const link = z.union([
  z.strictObject({ route: z.string().max(200).describe("Address with {citizen}, {case} and the route's own names") }),
  z.strictObject({ press: finders.describe('The menu item to press') }),
])

const insertTarget = z.strictObject({
  id,
  on: z.array(id).min(1),
  target: finders,
  method: z.enum(['value-input', 'editable-paste', 'clipboard']),
  maxLength: z.number().int().positive().optional(),
})

export const siteProfileSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  id,
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  name: words,
  verified: z.boolean().describe('Has been tried on the real pages'),
  note: z.string().max(2000).optional(),
  hosts: z
    .array(z.string().regex(/^https?:\/\/(?:\*\.)?[a-z0-9.-]{1,200}(?::\d{1,5})?\/\S{0,100}\*$/))
    .min(1)
    .describe('Match patterns, e.g. https://*.example.dk/*'),
  route: z.enum(['path', 'hash']).default('path'),
  regions: z.record(id, finders).default({}),
  forbidden: z.array(finder).default([]).describe('Never read; wins over everything'),
  markers: z
    .strictObject({
      busy: z.array(finder).default([]).describe('Where one stands, that part is loading'),
      busyPage: z.array(finder).default([]).describe('Where one stands, nothing is read'),
      failed: z.array(finder).default([]),
      loggedOut: z.array(finder).default([]),
      noAccess: z.array(finder).default([]),
      preview: z.array(finder).default([]),
      version: finder.optional(),
    })
    .prefault({}),
  identity,
  wordLists: z.record(id, z.record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.null()]))).default({}),
  empty: z.array(z.string()).default([]).describe('Texts that mean an empty field'),
  blocks: z.record(id, block),
  pages: z.array(page).min(1).max(80),
  links: z.partialRecord(z.enum(QUICK_LINKS), z.array(link).min(1).max(4)).default({}),
  insertTargets: z.array(insertTarget).default([]),
})

export type SiteProfile = z.infer<typeof siteProfileSchema>
export type Finder = z.infer<typeof finder>
export type Locator = z.infer<typeof locator>
export type Reading = Pick<z.infer<typeof factReading>, 'words' | 'use' | 'extract' | 'empty'>
export type FactReading = z.infer<typeof factReading>
export type ListBlock = z.infer<typeof list>
export type ListColumn = z.infer<typeof column>
export type ProfileBlock = z.infer<typeof block>
export type ProfilePage = z.infer<typeof page>
export type IdentitySource = z.infer<typeof identitySource>
export type Labels = z.infer<typeof labels>
export type ReadFrom = z.infer<typeof readFrom>
export type QuickLinkTarget = z.infer<typeof link>
