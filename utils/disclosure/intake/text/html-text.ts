import { decodeEntities } from './html-entities.ts'

/** What a page of HTML holds, seen or not. */
export interface HtmlText {
  /** All text between tags, also what a style would hide. */
  readonly body: string
  readonly comments: string
  /** Attributes that carry text, scripts and styles. */
  readonly hidden: string
  readonly links: string
}

/** Tags that stand in the middle of a word without breaking it. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const CELLS = new Set(['td', 'th'])
const RAW = new Set(['script', 'style', 'xmp', 'noembed', 'noframes', 'template'])
/** Where text of the page itself may stand; all others are names, sizes and colours. */
const NO_TEXT = new Set(
  'class style width height align valign bgcolor color border cellpadding cellspacing colspan rowspan xmlns dir lang role type rel target charset media'.split(
    ' ',
  ),
)
const LINKS = new Set(['href', 'src', 'action', 'cite', 'formaction', 'data', 'background'])
const LONGEST_TAG = 65_536
const ATTRIBUTE = /(?<![^\s"'<>/=])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g

/** Reads HTML as text, without building a page of it: nothing is loaded and nothing runs. */
export function htmlText(html: string): HtmlText {
  const walk = new Walk(html)
  walk.run()
  return walk.result()
}

class Walk {
  readonly #html: string
  readonly #body: string[] = []
  readonly #comments: string[] = []
  readonly #hidden: string[] = []
  readonly #links: string[] = []
  #at = 0

  constructor(html: string) {
    this.#html = html
  }

  run(): void {
    while (this.#at < this.#html.length) {
      const open = this.#html.indexOf('<', this.#at)
      const end = open < 0 ? this.#html.length : open
      if (end > this.#at) this.#body.push(decodeEntities(this.#html.slice(this.#at, end)).replaceAll(/\s+/g, ' '))
      this.#at = end
      if (open >= 0) this.#markup()
    }
  }

  result(): HtmlText {
    const body = this.#body
      .join('')
      .replaceAll(/ {2,}/g, ' ')
      .replaceAll(/ ?\n[ \t]?/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
    return { body, comments: this.#comments.join('\n'), hidden: this.#hidden.join('\n'), links: this.#links.join('\n') }
  }

  #markup(): void {
    const html = this.#html
    if (html.startsWith('<!--', this.#at)) this.#comments.push(this.#until('-->', 4))
    else if (html.startsWith('<![CDATA[', this.#at)) this.#body.push(this.#until(']]>', 9))
    else if (/^<[!?]/.test(html.slice(this.#at, this.#at + 2))) this.#hidden.push(this.#until('>', 2))
    else if (/^<\/?[a-zA-Z]/.test(html.slice(this.#at, this.#at + 3))) this.#tag()
    else {
      this.#body.push('<')
      this.#at += 1
    }
  }

  /** What stands up to the mark, or to the end where the mark is missing. */
  #until(mark: string, skip: number): string {
    const end = this.#html.indexOf(mark, this.#at + skip)
    const text = this.#html.slice(this.#at + skip, end < 0 ? undefined : end)
    this.#at = end < 0 ? this.#html.length : end + mark.length
    return text
  }

  #tag(): void {
    const end = endOfTag(this.#html, this.#at)
    const tag = this.#html.slice(this.#at, end)
    this.#at = end + 1
    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1]?.toLowerCase() ?? ''
    if (!INLINE.has(name)) this.#body.push(breakFor(name, tag))
    this.#attributes(tag)
    if (!tag.startsWith('</') && !tag.endsWith('/') && RAW.has(name)) this.#hidden.push(this.#rawText(name))
  }

  /** What stands up to the closing tag, which is left to be read as a tag. */
  #rawText(name: string): string {
    const start = this.#at
    const end = this.#html.indexOf(`</${name}`, start)
    this.#at = end < 0 ? this.#html.length : end
    return decodeEntities(this.#html.slice(start, this.#at))
  }

  #attributes(tag: string): void {
    for (const [, name = '', double, single, bare] of tag.matchAll(ATTRIBUTE)) {
      const key = name.toLowerCase()
      const value = decodeEntities(double ?? single ?? bare ?? '')
      if (LINKS.has(key)) this.#links.push(decodeLink(value))
      else if (!NO_TEXT.has(key) && /[\p{L}\p{N}]/u.test(value)) this.#hidden.push(value)
    }
  }
}

function breakFor(name: string, tag: string): string {
  if (!CELLS.has(name)) return '\n'
  return tag.startsWith('</') ? '' : '\t'
}

/** The closing `>`, not one inside quotes. An open quote ends at the next tag. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  const last = Math.min(html.length, from + LONGEST_TAG)
  for (let at = from + 1; at < last; at += 1) {
    const sign = html.charAt(at)
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return at
    else if ((sign === '"' || sign === "'") && /=\s*$/.test(html.slice(Math.max(from, at - 8), at))) quote = sign
  }
  const plain = html.indexOf('>', from)
  return plain < 0 ? html.length : plain
}

/** An address as it was meant, percent signs undone where they can be. */
export function decodeLink(link: string): string {
  try {
    return link.includes('%') ? `${link}\n${decodeURIComponent(link.replaceAll('+', ' '))}` : link
  } catch {
    return link
  }
}
