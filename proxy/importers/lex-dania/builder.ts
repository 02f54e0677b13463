import { draft, type Draft } from '../../../utils/knowledge/draft.ts'
import { ImportError } from '../import-error.ts'
import { listPart, numbersIn } from './labels.ts'
import { roleOf, type Role } from './roles.ts'

const MOST_PARTS = 200_000
const DEEPEST = 200
/** What these hold is a label, a heading or a field, not text. */
const WORDS: ReadonlySet<Role> = new Set(['label', 'heading', 'field', 'title'])
const INLINE = new Set(['Char', 'Sup', 'Sub', 'sup', 'sub', 'span', 'a', 'b', 'i', 'u', 'em', 'strong'])

interface Frame {
  readonly role: Role
  /** The part this element made, or `null`. */
  readonly part: Draft | null
  /** What its words are: a label, a heading, a field of `Meta`, or text of the part around. */
  readonly words: string[] | null
  readonly name: string
}

/** Takes the elements of a Lex Dania document one by one and keeps only its parts: never the XML as a whole. */
export class LexDaniaBuilder {
  readonly meta = new Map<string, string[]>()
  readonly top: Draft[] = []
  readonly notes: Draft[] = []
  printedTitle = ''
  rootName = ''
  readonly #frames: Frame[] = []
  readonly #open: Draft[] = []
  /** Parts that a heading opened and no element closes. */
  readonly #implicit = new Set<Draft>()
  #text = ''
  #parts = 0

  get isOpen(): boolean {
    return this.#frames.length > 0
  }

  start(qualified: string): void {
    const name = qualified.slice(qualified.indexOf(':') + 1)
    if (this.#frames.length === 0) this.rootName = name
    if (this.#frames.length >= DEEPEST) throw new ImportError('too-complex')
    const role = roleOf(name, { above: this.#frames.at(-1)?.role ?? 'none', type: this.meta.get('DocumentType')?.[0] ?? '' })
    if (!WORDS.has(role)) {
      this.#frames.push({ role, part: this.#partFor(role), words: null, name })
      return
    }
    this.#flush()
    this.#frames.push({ role, part: null, words: [], name })
  }

  text(words: string): void {
    const frame = this.#frames.at(-1)
    if (!frame || frame.role === 'skipped' || frame.role === 'meta') return
    const taker = this.#frames.findLast((each) => each.words !== null || each.part !== null)
    if (taker?.words) taker.words.push(words)
    else this.#text += words
  }

  end(): void {
    const frame = this.#frames.pop()
    if (!frame) return
    if (frame.words) {
      this.#take(frame, tidy(frame.words.join('')))
      return
    }
    // Words on either side of a line's end are two words, also where the file has no space between.
    if (!INLINE.has(frame.name)) this.text(' ')
    if (frame.part) this.#close(frame.part)
  }

  #partFor(role: Role): Draft | null {
    const made = newPart(role)
    if (!made) return null
    this.#parts += 1
    if (this.#parts > MOST_PARTS) throw new ImportError('too-complex')
    this.#flush()
    if (role === 'note') this.notes.push(made)
    else if (this.#open.length === 0) this.top.push(made)
    else this.#open.at(-1)?.content.push(made)
    this.#open.push(made)
    return made
  }

  #close(part: Draft): void {
    this.#flush()
    while (this.#open.length > 0 && this.#open.pop() !== part);
    if (part.unit === 'stk' && part.number === '') part.number = String(this.#stkCount())
    if (part.unit === 'paragraph') {
      wrapLoose(part)
      this.#repeat(part)
    }
  }

  /** "§§ 8-10. (Ophævet)" stands for each of them. */
  #repeat(paragraph: Draft): void {
    const [, ...others] = numbersIn(paragraph.label)
    const holder = this.#open.at(-1)?.content ?? this.top
    for (const number of others) holder.push({ ...paragraph, number, content: [...paragraph.content] })
  }

  #stkCount(): number {
    return this.#open.at(-1)?.content.filter((piece) => typeof piece !== 'string' && piece.unit === 'stk').length ?? 1
  }

  #take(frame: Frame, words: string): void {
    const part = this.#open.at(-1)
    if (frame.role === 'field') this.meta.set(frame.name, [...(this.meta.get(frame.name) ?? []), words])
    else if (frame.role === 'title') this.printedTitle = tidy(`${this.printedTitle} ${words}`)
    else if (words === '') return
    else if (frame.role === 'label') setLabel(part, words)
    else this.#setHeading(part, words)
  }

  /** A heading between paragraphs stands above those that follow it, up to the next. */
  #setHeading(above: Draft | undefined, words: string): void {
    const isImplicit = above !== undefined && this.#implicit.has(above)
    if (above && !isImplicit && !above.content.some((piece) => typeof piece !== 'string')) {
      above.heading = tidy(`${above.heading} ${words}`)
      return
    }
    this.#flush()
    if (isImplicit) this.#open.pop()
    const part = draft('part')
    part.heading = words
    this.#implicit.add(part)
    const holder = this.#open.at(-1)
    if (holder) holder.content.push(part)
    else this.top.push(part)
    this.#open.push(part)
  }

  #flush(): void {
    const words = tidy(this.#text)
    this.#text = ''
    if (words === '') return
    const holder = this.#open.at(-1)
    if (holder) holder.content.push(words)
    else this.top.push({ ...draft('part'), content: [words] })
  }
}

function newPart(role: Role): Draft | null {
  switch (role) {
    case 'chapter':
    case 'paragraph':
    case 'stk':
    case 'nr':
    case 'annex':
      return draft(role)
    case 'part':
    case 'item':
    case 'foreign-part':
    case 'note':
      return draft('part')
    default:
      return null
  }
}

function setLabel(part: Draft | undefined, label: string): void {
  if (!part) return
  if (part.label !== '') {
    part.content.push(label)
    return
  }
  part.label = label
  if (part.unit === 'part' && !/^(?:§|stk|afsnit|bilag|kapitel|afdeling|bog)/iu.test(label)) {
    const { unit, number } = listPart(label)
    part.unit = unit
    part.number = number
  } else if (part.unit !== 'part') part.number = numbersIn(label)[0] ?? ''
}

/** A paragraph without stk is one stk; a paragraph that changes another act has numbers and none. */
function wrapLoose(paragraph: Draft): void {
  const inner = paragraph.content.filter((piece) => typeof piece !== 'string')
  if (paragraph.content.length === 0 || inner.some(({ unit }) => unit === 'stk' || unit === 'paragraph')) return
  if (inner.length > 0 && inner.every(({ unit, label }) => unit === 'nr' && label.endsWith('.'))) return
  const only = draft('stk', '1')
  only.content.push(...paragraph.content.splice(0))
  paragraph.content.push(only)
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
