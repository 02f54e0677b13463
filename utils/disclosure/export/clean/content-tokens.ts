import { NeedsPicture } from './needs-picture.ts'

/** One operation of a page's content: its operands as written, comments left out. */
export interface Operation {
  readonly operator: string
  readonly operands: readonly string[]
}

const WHITE = /[\0\t\n\f\r ]/
const DELIMITER = /[()<>[\]{}/%]/

/** Reads a content stream, given as one character a byte. Throws `NeedsPicture` at the first thing it does not know. */
export function* operationsOf(content: string): Generator<Operation> {
  let operands: string[] = []
  let at = 0
  while (at < content.length) {
    const start = skipSpace(content, at)
    if (start >= content.length) break
    const end = tokenEnd(content, start)
    const token = content.slice(start, end)
    at = end
    if (token === 'BI') {
      const image = inlineImage(content, end)
      yield { operator: 'BI', operands: [image.text] }
      at = image.end
    } else if (isOperand(token)) operands.push(token)
    else {
      yield { operator: token, operands }
      operands = []
    }
  }
  if (operands.length > 0) throw new NeedsPicture('content-cut')
}

function isOperand(token: string): boolean {
  return /^[-+.\d(<[/]/.test(token) || token === 'true' || token === 'false' || token === 'null'
}

function skipSpace(content: string, from: number): number {
  let at = from
  while (at < content.length) {
    const char = content.charAt(at)
    if (char === '%') {
      while (at < content.length && !/[\r\n]/.test(content.charAt(at))) at += 1
    } else if (WHITE.test(char)) at += 1
    else break
  }
  return at
}

function tokenEnd(content: string, start: number): number {
  const char = content.charAt(start)
  if (char === '(') return stringEnd(content, start)
  if (char === '[') return nestedEnd(content, start + 1, ']')
  if (content.startsWith('<<', start)) return nestedEnd(content, start + 2, '>>')
  if (char === '<') return after(content, '>', start)
  if (char !== '/' && DELIMITER.test(char)) throw new NeedsPicture('content-unknown')
  let at = start + 1
  while (at < content.length && !WHITE.test(content.charAt(at)) && !DELIMITER.test(content.charAt(at))) at += 1
  return at
}

function nestedEnd(content: string, from: number, close: string): number {
  let at = skipSpace(content, from)
  while (!content.startsWith(close, at)) {
    if (at >= content.length) throw new NeedsPicture('content-cut')
    at = skipSpace(content, tokenEnd(content, at))
  }
  return at + close.length
}

function stringEnd(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at += 1) {
    const char = content.charAt(at)
    if (char === '\\') at += 1
    else if (char === '(') depth += 1
    else if (char === ')') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  throw new NeedsPicture('content-cut')
}

function after(content: string, what: string, from: number): number {
  const at = content.indexOf(what, from)
  if (at < 0) throw new NeedsPicture('content-cut')
  return at + what.length
}

/** The picture data may hold anything, so its end is where `EI` stands alone and readable content follows. */
function inlineImage(content: string, from: number): { readonly text: string; readonly end: number } {
  const pattern = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
  pattern.lastIndex = after(content, 'ID', from)
  for (let match = pattern.exec(content); match !== null; match = pattern.exec(content)) {
    const end = match.index + match[0].length
    // oxlint-disable-next-line no-control-regex -- bytes of a picture are what is looked for
    if (!/[\u0000-\u0008\u000e-\u001f\u007f-\u00ff]/.test(content.slice(end, end + 16))) return { text: content.slice(from, end), end }
  }
  throw new NeedsPicture('content-cut')
}
