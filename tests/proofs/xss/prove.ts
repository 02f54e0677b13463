import type { Proof } from '../claim.ts'
import { requireFound } from '../support/planted.ts'
import { Tally } from '../support/tally.ts'
import { judgeView, type Surface, type View } from './surface.ts'
import { caseTexts } from './surfaces/case-texts.ts'
import { packTexts } from './surfaces/pack.ts'
import { policyTexts } from './surfaces/policy.ts'
import { sanitizer } from './surfaces/sanitizer.ts'
import { makeVectors, readVectors } from './vectors.ts'

const DEFAULT = 420
/** Ways in. Another is one file and one word here. */
const SURFACES: readonly Surface[] = [sanitizer, packTexts, policyTexts, caseTexts]

/** `xss`: text from pages, packs, profiles and policy is never more than text, wherever it is shown. */
export const prove: Proof = async ({ seed, n, data, log }) => {
  const tally = new Tally(log)
  const vectors = data === null ? makeVectors(seed, n ?? DEFAULT) : readVectors(data)
  requireFound(tally, plantedFaults(), log)
  for (const surface of SURFACES) await surface.run({ seed, vectors, tally, log })
  return tally.result(`${vectors.length} vectors, ${SURFACES.length} ways in, overlay, panel and options`)
}

function plantedFaults() {
  const clean: View = { pwned: null, texts: ['a'], tags: ['div'], risky: [] }
  const isFound = (view: View) => {
    const tally = new Tally(() => undefined)
    judgeView(view, 'planted', tally)
    return tally.failed > 0
  }
  return [
    { kind: 'a script that ran', found: isFound({ ...clean, pwned: 'v1' }) },
    { kind: 'a foreign element', found: isFound({ ...clean, tags: ['div', 'img'] }) },
    { kind: 'an event attribute', found: isFound({ ...clean, risky: ['div onclick=x'] }) },
    { kind: 'a link', found: isFound({ ...clean, risky: ['a href=javascript:x'] }) },
  ]
}
