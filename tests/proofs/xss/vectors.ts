import { z } from '#utils/validation/zod.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { Random } from '../support/random.ts'
import { FAMILIES } from './grammar.ts'
import { mutate } from './mutate.ts'
import { CHANNELS, type Vector } from './vector.ts'

const LONGEST = 230
const MUTATED_SHARE = 0.4

/** `count` different vectors: the families in turn, a part of them mutated. Any seed gives another set. */
export function makeVectors(seed: number, count: number): readonly Vector[] {
  const random = new Random(seed)
  const seen = new Set<string>()
  const made: Vector[] = []
  for (let at = 0; made.length < count; at += 1) {
    const family = FAMILIES[at % FAMILIES.length]
    if (!family) break
    const id = `v${made.length}`
    const base = family.write(random, id)
    const payload = random.chance(MUTATED_SHARE) ? mutate(base, random) : base
    // A pack's and a profile's lines are trimmed and have a longest length; what does not fit everywhere is drawn again.
    if (payload.length > LONGEST || payload.trim() !== payload || payload === '' || seen.has(payload)) continue
    seen.add(payload)
    made.push({ id, channel: family.channel, payload })
  }
  return made
}

const line = z.object({ id: z.string(), channel: z.enum(CHANNELS), payload: z.string().min(1) })

/** Vectors from a file of JSON lines. */
export function readVectors(path: string): readonly Vector[] {
  return readJsonLines(path, line)
}
