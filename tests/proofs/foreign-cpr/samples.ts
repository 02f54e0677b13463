import { Random } from '../support/random.ts'
import { LOOK_ALIKES } from './look-alikes.ts'
import { inventNumber } from './numbers.ts'
import type { Sample } from './score.ts'
import { inNeutralSentence, inSentence, type NameGroup } from './sentences.ts'
import { NEVER_PRINTED, RARER, SPELLINGS, type Spelling, withNoise } from './spellings.ts'

const OCR_SHARE = 0.02

/** Each number in each spelling, and for each of them one thing that looks like a number and is none. */
export function numbersAndLookAlikes(seed: number, numbers: number): readonly Sample[] {
  const random = new Random(seed)
  return Array.from({ length: numbers }, () => inventNumber(random)).flatMap((number, at) =>
    SPELLINGS.flatMap((spelling, way) => [oneNumber(number, spelling, random), lookAlike(at * SPELLINGS.length + way, random)]),
  )
}

/** The rarer spellings, a tenth as many. */
export function rarer(seed: number, numbers: number): readonly Sample[] {
  const random = new Random(seed + 1)
  return Array.from({ length: Math.ceil(numbers / 10) }, () => inventNumber(random)).flatMap((number) =>
    RARER.map((spelling) => oneNumber(number, spelling, random)),
  )
}

/** The same numbers as text recognition would give them. Only the number is noisy, so that its place is known. */
export function misreadNumbers(seed: number, numbers: number): readonly Sample[] {
  const random = new Random(seed + 2)
  const printed = SPELLINGS.filter(({ name }) => !NEVER_PRINTED.has(name))
  return Array.from({ length: numbers }, (_, at) => {
    const spelling = printed[at % printed.length]
    const number = inventNumber(random)
    const { before, written } = spelling?.write(number, random) ?? { written: number, before: undefined }
    const noisy = withNoise(written, random, OCR_SHARE)
    const { text, start, end } = inSentence({ ...(before !== undefined && { before }), written: noisy }, random, 'danish')
    return { id: `misread-${at}`, text, kind: `misread ${spelling?.name}`, spans: [{ start, end, digits: number, level: 'should' }] }
  })
}

function oneNumber(number: string, spelling: Spelling, random: Random): Sample {
  const { before, written, digits } = spelling.write(number, random)
  const group: NameGroup = random.chance(0.5) ? 'danish' : 'other'
  const { text, start, end } = inSentence({ ...(before !== undefined && { before }), written }, random, group)
  return {
    id: `${spelling.name}-${number}`,
    text,
    // Half of the texts are read for the citizen whose own number it is.
    ownCpr: random.chance(0.5) ? number : inventNumber(random),
    spans: [{ start, end, digits: digits ?? number, level: spelling.level }],
    kind: spelling.name,
    group,
  }
}

function lookAlike(at: number, random: Random): Sample {
  const { name, write } = LOOK_ALIKES[at % LOOK_ALIKES.length] ?? { name: '', write: () => '' }
  return { id: `${name}-${at}`, text: inNeutralSentence(write(random), random), spans: [], kind: name }
}
