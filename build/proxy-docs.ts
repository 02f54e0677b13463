/** Writes `docs/proxy-configuration.md` from the proxy's schema; a test fails when it is stale. Run with `npm run proxy-docs`. */
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { proxyConfig } from '#proxy/config/proxy-config.ts'

export const PROXY_GUIDE = 'docs/proxy-configuration.md'

interface Node {
  readonly type?: string
  readonly description?: string
  readonly default?: unknown
  readonly const?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly items?: Node
  readonly anyOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
  readonly minimum?: number
  readonly maximum?: number
  readonly additionalProperties?: Node | boolean
}

const INTRO = `# Opsætning af proxyen

Denne side er lavet af skemaet i \`proxy/config/proxy-config.ts\` (\`npm run proxy-docs\`). Ret den ikke i hånden.

Opsætningen er én JSON-fil, som gives med \`--config\`. Et felt, der ikke står her, afvises, og så starter proxyen ikke.
\`node proxy/main.ts --check --config FIL\` prøver filen uden at starte. Hemmeligheder står aldrig i filen: et felt af slagsen
*hemmelighed* siger, hvor den ligger, enten \`{"env": "NAVN"}\` eller \`{"file": "/sti"}\`.
`

/** The whole guide, in Danish. */
export function proxyGuide(): string {
  const schema = z.toJSONSchema(proxyConfig, { io: 'input', unrepresentable: 'any' }) as Node
  const sections = Object.entries(schema.properties ?? {}).map(([name, node]) => sectionText(name, node))
  return `${[INTRO.trimEnd(), ...sections].join('\n\n')}\n`
}

function sectionText(name: string, node: Node): string {
  const rows = rowsOf(node, name)
  return [`## ${name}`, '', '| Felt | Slags | Standard | Hvad det er |', '|---|---|---|---|', ...rows].join('\n')
}

function rowsOf(node: Node, path: string): readonly string[] {
  const variants = variantsOf(node)
  if (variants.length > 1 && variants.every(({ properties }) => properties !== undefined))
    return variants.flatMap((variant) => rowsOf(variant, path))
  const [only = node] = variants
  return Object.entries(only.properties ?? {}).flatMap(([name, child]) => {
    const at = `${path}.${name}`
    const inner = innerOf(child)
    const isRequired = only.required?.includes(name) === true && child.default === undefined
    return [rowText(at, child, isRequired), ...(inner === null ? [] : rowsOf(inner.node, `${at}${inner.mark}`))]
  })
}

/** Alternatives but for `null`. */
function variantsOf({ anyOf, oneOf }: Node): readonly Node[] {
  return (anyOf ?? oneOf ?? []).filter(({ type }) => type !== 'null')
}

/** What has fields of its own: an object, the objects of a list, or those under free names. */
function innerOf(node: Node): { readonly node: Node; readonly mark: string } | null {
  if (isSecret(node)) return null
  const [only, ...others] = variantsOf(node)
  if (only !== undefined && others.length === 0) return innerOf(only)
  if (node.properties !== undefined || others.length > 0) return hasFields(node) ? { node, mark: '' } : null
  return inOthers(node.items, '[]') ?? inOthers(node.additionalProperties, '.*')
}

function inOthers(node: Node | boolean | undefined, mark: string): { readonly node: Node; readonly mark: string } | null {
  return typeof node === 'object' && hasFields(node) ? { node, mark } : null
}

function hasFields(node: Node): boolean {
  return node.properties !== undefined || variantsOf(node).some(({ properties }) => properties !== undefined)
}

function isSecret(node: Node): boolean {
  const keys = variantsOf(node).flatMap((variant) => (variant.anyOf ? variantsOf(variant) : [variant]))
  return (
    keys.length === 2 &&
    keys.some(({ properties }) => 'env' in (properties ?? {})) &&
    keys.some(({ properties }) => 'file' in (properties ?? {}))
  )
}

function rowText(path: string, node: Node, isRequired: boolean): string {
  const usual = isRequired ? '**skal sættes**' : defaultText(node)
  return `| \`${path}\` | ${kindOf(node)} | ${usual} | ${cell(node.description ?? '')} |`
}

function defaultText({ default: usual }: Node): string {
  if (usual === undefined) return ''
  if (usual === null) return 'ingen'
  if (typeof usual === 'object' && Object.keys(usual).length === 0) return Array.isArray(usual) ? 'tom' : ''
  return `\`${cell(JSON.stringify(usual))}\``
}

const KINDS: Readonly<Record<string, string>> & { readonly object: string } = {
  string: 'tekst',
  boolean: 'ja/nej',
  object: 'felter',
  array: 'liste',
}

function kindOf(node: Node): string {
  if (isSecret(node)) return 'hemmelighed'
  const [first, ...others] = variantsOf(node)
  if (first !== undefined) return others.length === 0 ? kindOf(first) : KINDS.object
  const values = node.const === undefined ? node.enum : [node.const]
  return values?.map((value) => `\`${value}\``).join(', ') ?? typeName(node)
}

function typeName(node: Node): string {
  return node.type === 'number' || node.type === 'integer' ? `tal${rangeOf(node)}` : (KINDS[node.type ?? ''] ?? 'tekst')
}

function rangeOf({ minimum, maximum }: Node): string {
  return minimum === undefined || maximum === undefined || maximum > 1e12 ? '' : ` ${minimum}–${maximum}`
}

function cell(text: string): string {
  return text
    .replaceAll('<', '&lt;')
    .replaceAll('|', String.raw`\|`)
    .replaceAll('\n', ' ')
}

if (import.meta.main) writeFileSync(PROXY_GUIDE, proxyGuide())
