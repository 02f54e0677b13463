import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { BlockList, type FrontMatter, type ReadBlocks } from './blocks.ts'
import { ImportError } from './import-error.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const DEEPEST = 400
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'svg',
  'iframe',
  'object',
  'embed',
  'form',
  'button',
  'select',
  'math',
])
const BLOCKS = new Set(
  'address article aside blockquote body br dd details div dl dt figcaption figure footer header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Headings and text of a page as a reader meets them. Nothing in it is run or fetched. @throws ImportError */
export function readHtml(html: string): ReadBlocks {
  const walk = new Walk()
  for (const node of parse(html).childNodes) walk.visit(node, 0)
  walk.flush()
  return { blocks: walk.list.blocks, front: walk.front }
}

class Walk {
  readonly list = new BlockList()
  front: FrontMatter = {}
  #text = ''

  visit(node: Node, depth: number): void {
    if (depth > DEEPEST || this.list.isFull) throw new ImportError('too-complex')
    if ('value' in node) this.#text += node.value
    if (!('tagName' in node) || isSkipped(node)) return
    if (node.tagName === 'head') this.#readHead(node)
    else this.#visitElement(node, depth)
  }

  #visitElement(element: Element, depth: number): void {
    const level = /^h([1-6])$/.exec(element.tagName)?.[1]
    const parts = level !== undefined || BLOCKS.has(element.tagName)
    if (parts) this.flush()
    for (const child of element.childNodes) this.visit(child, depth + 1)
    if (level !== undefined) this.list.heading(Number(level), this.#take())
    else if (parts) this.flush()
  }

  flush(): void {
    this.list.text(this.#take())
  }

  #take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }

  /** `<title>`, and `<meta name="gyldig-fra" content="2026-01-01">`. */
  #readHead(head: Element): void {
    const named = (name: string): string | undefined =>
      head.childNodes
        .map((node) =>
          'tagName' in node && node.tagName === 'meta' && attribute(node, 'name') === name ? attribute(node, 'content') : undefined,
        )
        .find(Boolean)
    const title = head.childNodes.find((node) => 'tagName' in node && node.tagName === 'title')
    const text =
      title && 'childNodes' in title
        ? title.childNodes
            .map((node) => ('value' in node ? node.value : ''))
            .join('')
            .trim()
        : ''
    this.front = {
      title: text === '' ? undefined : text,
      short: named('kort'),
      validFrom: named('gyldig-fra'),
      validTo: named('gyldig-til'),
    }
  }
}

function isSkipped(element: Element): boolean {
  return SKIPPED.has(element.tagName) || attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true'
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value
}
