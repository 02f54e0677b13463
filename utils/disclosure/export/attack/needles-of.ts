import type { RedactionMark } from '../../model/decision.ts'
import type { ScreenedDocument, TextPart, TextSource } from '../../model/screened-document.ts'
import type { ExportItem } from '../build/built-file.ts'
import { fold, patternOf, signsOf } from '../spelling.ts'
import { type Needle, toNeedle } from './needle.ts'

/** What a reader of the new files can see; what else hid in the old ones is not carried over. */
const HANDED_OUT: readonly TextSource[] = ['body', 'recognised', 'form', 'mail-header']

/**
 * What the attacks look for. A number that was struck out anywhere may stand nowhere, unless a person handed that very
 * number out; a name may stand nowhere if every place of it was struck out, else not at the places that were.
 */
export function needlesOf(items: readonly ExportItem[], released: readonly string[]): readonly Needle[] {
  const left = fold(
    items.flatMap(({ document, plan }) => leftTexts(document, plan.outcome, plan.redactions, plan.extracts)).join('\n\u0001\n'),
  )
  const free = new Set(released.map(signsOf))
  const isLeft = (signs: string) => signs.length > 0 && patternOf(signs).test(left)
  const texts = new Map(items.flatMap(({ plan }) => plan.redactions.map(({ text }) => [signsOf(text), text] as const)))
  texts.delete('')
  return [...texts].map(([signs, text]) => {
    const needle = toNeedle(text, false, isLeft)
    const everywhere = !free.has(signs) && (needle.digits !== null || !isLeft(signs))
    return { ...needle, everywhere, parts: everywhere ? needle.parts : [] }
  })
}

function leftTexts(
  { parts }: ScreenedDocument,
  outcome: ExportItem['plan']['outcome'],
  marks: readonly RedactionMark[],
  extracts: ExportItem['plan']['extracts'],
): readonly string[] {
  if (outcome === 'withheld') return []
  const shown = parts.filter(({ source }) => HANDED_OUT.includes(source))
  if (outcome !== 'extracted') return shown.map((part) => without(part, marks))
  return extracts.map(
    ({ page, source, start, end }) => parts.find((part) => part.page === page && part.source === source)?.text.slice(start, end) ?? '',
  )
}

function without({ page, source, text }: TextPart, marks: readonly RedactionMark[]): string {
  const letters = text.split('')
  for (const mark of marks) {
    const isHere = mark.page === page && mark.source === source && text.slice(mark.start, mark.end) === mark.text
    if (isHere) letters.fill('\u0001', mark.start, mark.end)
  }
  return letters.join('')
}
