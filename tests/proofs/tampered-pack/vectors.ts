import { readFileSync } from 'node:fs'
import { z } from '#utils/validation/zod.ts'
import { verifyPack } from '#utils/guidance/signed/verify-pack.ts'
import { verifySwitches } from '#utils/guidance/signed/verify-switches.ts'
import { UnreadableData } from '../claim.ts'
import type { Tally } from '../support/tally.ts'

const pinned = z.union([z.tuple([]), z.tuple([z.string()]), z.tuple([z.string(), z.string()])])

/** Signed texts with the answers they should get, and what the reader knows. */
const vectorFile = z.object({
  publisherKeys: pinned,
  municipalityKeys: pinned,
  tenant: z.string(),
  unit: z.string(),
  appVersion: z.string(),
  now: z.iso.datetime(),
  newest: z.record(z.string(), z.number()),
  newestSwitches: z.object({ serial: z.number(), issued: z.string() }).nullable(),
  vectors: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['rule-pack', 'local-rules', 'switches']),
        text: z.string(),
        expect: z.union([z.literal('accept'), z.literal('refuse'), z.string()]),
      }),
    )
    .min(1),
})

type VectorFile = z.infer<typeof vectorFile>

/** Reads a file of signed texts and checks each. `expect`: `accept`, `refuse`, or the code of the refusal. */
export async function checkVectors(path: string, tally: Tally): Promise<number> {
  const file = read(path)
  for (const vector of file.vectors) {
    const came = await answerTo(vector, file)
    const right = vector.expect === 'refuse' ? came !== 'accept' : came === vector.expect
    tally.check('vector', right, () => `${vector.id}: expected ${vector.expect}, came ${came}`)
  }
  return file.vectors.length
}

function read(path: string): VectorFile {
  try {
    return vectorFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new UnreadableData(`${path} is not a file of signed texts`, { cause })
  }
}

async function answerTo({ kind, text }: VectorFile['vectors'][number], file: VectorFile): Promise<string> {
  const { tenant, unit, appVersion, newest } = file
  const now = Date.parse(file.now)
  const keys = kind === 'rule-pack' ? file.publisherKeys : file.municipalityKeys
  const verdict =
    kind === 'switches'
      ? await verifySwitches(text, { keys, tenant, unit, now, previous: file.newestSwitches })
      : await verifyPack(text, { kind, keys, tenant, appVersion, now, newest })
  return verdict.ok ? 'accept' : verdict.code
}
