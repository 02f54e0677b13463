import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { BlockList, type FrontMatter, type ReadBlocks } from './blocks.ts'
import { ImportError } from './import-error.ts'

const DEEPEST = 200
const FIELDS: ReadonlyMap<string, keyof FrontMatter> = new Map([
  ['titel', 'title'],
  ['title', 'title'],
  ['kort', 'short'],
  ['short', 'short'],
  ['gyldig-fra', 'validFrom'],
  ['valid-from', 'validFrom'],
  ['gyldig-til', 'validTo'],
  ['valid-to', 'validTo'],
])

/** Headings and text of a Markdown file, with the lines between `---` at its top as what it says of itself. @throws ImportError */
export function readMarkdown(source: string): ReadBlocks {
  const [head = '', inner = ''] = /^\uFEFF?---\r?\n([\s\S]{0,4000}?)\r?\n---\r?\n/u.exec(source) ?? []
  const list = new BlockList()
  visit(fromMarkdown(source.slice(head.length)), list, 0)
  return { blocks: list.blocks, front: frontOf(inner) }
}

function frontOf(lines: string): FrontMatter {
  const front: { -readonly [Key in keyof FrontMatter]: FrontMatter[Key] } = {}
  for (const [, name = '', value = ''] of lines.matchAll(/^([\p{L}-]+)\s*:\s*(.*?)\s*$/gmu)) {
    const field = FIELDS.get(name.toLowerCase())
    if (field) front[field] = value.replace(/^(["'])(.*)\1$/u, '$2')
  }
  return front
}

function visit(node: Nodes, list: BlockList, depth: number): void {
  if (depth > DEEPEST || list.isFull) throw new ImportError('too-complex')
  if (node.type === 'heading') list.heading(node.depth, textOf(node, depth))
  else if (node.type === 'paragraph' || node.type === 'code') list.text(textOf(node, depth))
  else if ('children' in node) for (const child of node.children) visit(child, list, depth + 1)
}

function textOf(node: Nodes, depth: number): string {
  if (depth > DEEPEST) throw new ImportError('too-complex')
  // HTML inside Markdown is markup, not words.
  if (node.type === 'html') return ''
  if (node.type === 'break') return ' '
  if ('children' in node) return node.children.map((child) => textOf(child, depth + 1)).join('')
  return 'value' in node ? node.value : ''
}
