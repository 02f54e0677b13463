import type { Random } from '../support/random.ts'
import { allMarks, type InventedAct, type Part } from './invented-act.ts'

/** A place in an act: the parts on the way to it, and the sentence that is meant. */
export interface Target {
  readonly act: InventedAct
  readonly steps: readonly Part[]
  /** From 1; `null`: all of the place. */
  readonly sentence: number | null
  /** The last of a row that begins at the place; `null`: the place alone. */
  readonly through: Part | null
}

/** A place that exists, anywhere in the act. */
export function drawTarget(random: Random, act: InventedAct): Target {
  const paragraphs = act.chapters.flatMap(({ parts }) => parts).filter(({ repealed }) => !repealed)
  const steps: Part[] = [random.pick(paragraphs)]
  while (random.chance(0.8)) {
    const parts = steps.at(-1)?.parts ?? []
    if (parts.length === 0) break
    steps.push(random.pick(parts))
  }
  const last = steps.at(-1)
  const sentences = last?.parts.length === 0 ? last.sentences.length : 0
  if (sentences > 0 && random.chance(0.2)) return { act, steps, sentence: random.int(1, sentences), through: null }
  return { act, steps, sentence: null, through: random.chance(0.15) ? rowEnd(random, act, steps) : null }
}

function rowEnd(random: Random, act: InventedAct, steps: readonly Part[]): Part | null {
  const row = siblings(act, steps)
  const after = row.slice(row.indexOf(steps.at(-1) as Part) + 1).filter(({ repealed }) => !repealed)
  return after.length === 0 ? null : random.pick(after)
}

/** The row that the last step stands in. */
export function siblings(act: InventedAct, steps: readonly Part[]): readonly Part[] {
  return steps.at(-2)?.parts ?? act.chapters.flatMap(({ parts }) => parts)
}

/** The marks that the passage of a target must hold, and the only ones it may, part by part. */
export function expectedMarks({ act, steps, sentence, through }: Target): readonly (readonly string[])[] {
  const last = steps.at(-1)
  if (!last) return []
  if (sentence !== null) return [[last.marks[sentence - 1] ?? '']]
  if (through === null) return [allMarks(last)]
  const row = siblings(act, steps)
  return row.slice(row.indexOf(last), row.indexOf(through) + 1).map(allMarks)
}

/** A step that may be written of an act or of another; `number` is what stands there, whether it exists or not. */
export interface Written {
  readonly unit: Part['unit'] | 'pkt'
  readonly number: string
  readonly to: string | null
}

export function written({ act, steps, sentence, through }: Target, random: Random): readonly Written[] {
  const all: Written[] = steps.map(({ unit, number }, index) => ({
    unit,
    number,
    to: index === steps.length - 1 ? (through?.number ?? null) : null,
  }))
  if (sentence !== null) all.push({ unit: 'pkt', number: String(sentence), to: null })
  const [paragraph] = steps
  // A paragraph with one stk: lawyers leave "stk. 1" out.
  const lone = paragraph?.parts.length === 1 && steps.length > 1 && all.length > 2 && through === null
  if (lone && random.chance(0.7)) all.splice(1, 1)
  const chapter = act.chapters.find(({ parts }) => paragraph && parts.includes(paragraph))
  return chapter && random.chance(0.08) && through === null ? [{ unit: 'chapter', number: chapter.number, to: null }, ...all] : all
}
