import { SaxesParser } from 'saxes'
import { IntakeRefusal } from '../intake.ts'

/** The texts of one XML part of an office file. */
export interface XmlText {
  /** What a reader would see, and what is hidden, struck out or inserted as a tracked change. */
  readonly body: string
  /** Attributes and instructions that carry text: authors, alternative texts, field codes. */
  readonly hidden: string
  readonly links: string
}

const DEEPEST = 2000
const CHUNK = 65_536
/** Elements whose end is the end of a line, and those that part two texts. */
const LINE_ENDS = new Set(['p', 'br', 'cr', 'tr', 'si', 'row', 'h', 'line-break', 'list-item', 'table-row'])
const GAPS = new Set(['tab', 'tc', 'c', 'table-cell', 'v', 'ptab'])
const SIGNS: Readonly<Record<string, string>> = { noBreakHyphen: '\u2011', softHyphen: '\u00AD', s: ' ' }
/** Text that is no text of a page. */
const HIDDEN = new Set(['instrText', 'delInstrText', 'binData'])
const TEXT_ATTRIBUTES = /^(?:author|initials|descr|title|name|alias|tag|instr|tooltip|userId|displayText|lastView|text)$/i
const NUMBERISH = /@|\d(?:\D?\d){5}/
const NOT_TEXT = /^(?:rsid|paraId|textId|durableId|id$|xmlns|schemaLocation|ignorable|requires|uri$|type$)/i

/** Reads a part without a document type: entities of its own and files of others are refused, not resolved. */
export function xmlText(xml: string): XmlText {
  const walk = new Walk()
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new IntakeRefusal('bomb')
  })
  parser.on('error', () => {
    throw new IntakeRefusal('corrupt')
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => walk.open(local(name), attributes, isSelfClosing))
  parser.on('closetag', ({ name }) => walk.close(local(name)))
  parser.on('text', (text) => walk.text(text))
  parser.on('cdata', (text) => walk.text(text))
  parser.on('comment', (text) => walk.comment(text))
  for (let at = 0; at < xml.length; at += CHUNK) parser.write(xml.slice(at, at + CHUNK))
  parser.close()
  return walk.result()
}

class Walk {
  readonly #body: string[] = []
  readonly #other: string[] = []
  readonly #hidden: string[] = []
  readonly #links: string[] = []
  #depth = 0
  /** Inside what stands in for readers that do not know a newer drawing: the same text once more. */
  #fallback = 0
  #hiding = 0

  open(name: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new IntakeRefusal('bomb')
    if (name === 'Fallback') this.#fallback += 1
    if (HIDDEN.has(name)) this.#hiding += 1
    const sign = SIGNS[name]
    if (sign !== undefined && selfClosing) this.#write(sign)
    for (const [key, value] of Object.entries(attributes)) this.#attribute(local(key), value)
  }

  close(name: string): void {
    this.#depth -= 1
    if (name === 'Fallback') this.#fallback -= 1
    if (HIDDEN.has(name)) this.#hiding -= 1
    if (LINE_ENDS.has(name)) this.#write('\n')
    else if (GAPS.has(name)) this.#write('\t')
  }

  text(text: string): void {
    if (this.#hiding > 0) this.#hidden.push(text)
    else this.#write(text)
  }

  comment(text: string): void {
    if (text.trim() !== '') this.#hidden.push(text)
  }

  result(): XmlText {
    const body = tidy(this.#body.join(''))
    const other = tidy(this.#other.join(''))
    const more = other !== '' && !body.includes(other) ? `\n${other}` : ''
    return { body: body + more, hidden: this.#hidden.join('\n'), links: this.#links.join('\n') }
  }

  #write(text: string): void {
    if (this.#fallback > 0) this.#other.push(text)
    else this.#body.push(text)
  }

  #attribute(key: string, value: string): void {
    if (value.trim() === '' || NOT_TEXT.test(key)) return
    if (key === 'Target' || key === 'href') this.#links.push(value)
    else if (TEXT_ATTRIBUTES.test(key) || NUMBERISH.test(value)) this.#hidden.push(value)
  }
}

function tidy(text: string): string {
  return text
    .replaceAll(/[ \t]*\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}
