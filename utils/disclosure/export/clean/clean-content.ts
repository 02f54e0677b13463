import { operationsOf } from './content-tokens.ts'
import { NeedsPicture } from './needs-picture.ts'

/** Names of resources that the content really uses, by kind: the rest is not carried over. */
export type Used = Readonly<Record<ResourceKind, ReadonlySet<string>>>
export type ResourceKind = 'Font' | 'XObject' | 'ExtGState' | 'ColorSpace' | 'Shading' | 'Pattern'

export interface CleanContent {
  readonly text: string
  readonly used: Used
}

const PATHS = 'm l c v y h re S s f F f* B B* b b* n W W*'
const STATE = 'q Q cm w J j M d ri i gs'
const COLOUR = 'CS cs SC SCN sc scn G g RG rg K k sh'
const TEXT = 'BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ d0 d1'
const KNOWN = new Set([...`${PATHS} ${STATE} ${COLOUR} ${TEXT} Do`.split(' '), "'", '"'])
/** Marks for readers and programs: replacement text, alternate text, layers, private data. They paint nothing. */
const MARKS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX'])
const SHOWS = new Set(['Tj', 'TJ', "'", '"'])

const KIND_OF: Readonly<Record<string, ResourceKind>> = {
  Tf: 'Font',
  Do: 'XObject',
  gs: 'ExtGState',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  sh: 'Shading',
  scn: 'Pattern',
  SCN: 'Pattern',
}

/**
 * The same picture without anything that does not paint: marks, comments, replacement text. Text that is written invisibly
 * is dropped; a page that mixes it with visible text, or hides by layers, throws `NeedsPicture`.
 */
export function cleanContent(content: string): CleanContent {
  const used = {
    Font: new Set(),
    XObject: new Set(),
    ExtGState: new Set(),
    ColorSpace: new Set(),
    Shading: new Set(),
    Pattern: new Set(),
  } as Used
  const lines: string[] = []
  const text = new InvisibleText()
  for (const { operator, operands } of operationsOf(content)) {
    refuseHidden(operator, operands)
    if (MARKS.has(operator)) continue
    noteUse(used, operator, operands)
    if (text.keeps(operator, operands)) lines.push([...operands, operator].join(' '))
  }
  if (text.leaks) throw new NeedsPicture('invisible-text')
  const closing = Array.from({ length: text.open }, () => 'Q')
  return { text: ['q', ...lines, ...closing, 'Q'].join('\n'), used }
}

function refuseHidden(operator: string, operands: readonly string[]): void {
  if (operator === 'BI') throw new NeedsPicture('inline-picture')
  if (operator === 'BDC' && operands[0] === '/OC') throw new NeedsPicture('layer')
  if (!MARKS.has(operator) && !KNOWN.has(operator)) throw new NeedsPicture('operator')
}

function noteUse(used: Used, operator: string, operands: readonly string[]): void {
  const kind = KIND_OF[operator]
  const name = operator === 'Tf' ? operands[0] : operands.at(-1)
  if (kind !== undefined && name?.startsWith('/') === true) (used[kind] as Set<string>).add(name.slice(1))
}

/** Follows the text mode through the graphics state. */
class InvisibleText {
  dropped = false
  /** Something else was painted while the mode was invisible, and might have inherited it. */
  leaks = false
  #mode = '0'
  #shown = false
  readonly #saved: string[] = []

  keeps(operator: string, operands: readonly string[]): boolean {
    const hidden = this.#mode === '3' || this.#mode === '7'
    if (operator === 'q') this.#saved.push(this.#mode)
    else if (operator === 'Q') return this.#restore()
    else if (operator === 'Tr') this.#mode = operands[0] ?? '0'
    else if (operator === 'Do' && hidden) this.leaks = true
    else if (SHOWS.has(operator)) return this.#show(hidden)
    return true
  }

  /** What the content saved and never restored would carry over to what is written on the page later. */
  get open(): number {
    return this.#saved.length
  }

  #restore(): boolean {
    const saved = this.#saved.pop()
    this.#mode = saved ?? '0'
    return saved !== undefined
  }

  #show(hidden: boolean): boolean {
    if (hidden) this.dropped = true
    else this.#shown = true
    if (this.dropped && this.#shown) throw new NeedsPicture('invisible-text')
    return !hidden
  }
}
