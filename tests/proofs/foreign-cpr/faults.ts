import type { CprHit } from '#utils/privacy/find-cpr.ts'
import type { PlantedFault } from '../support/planted.ts'
import { type Finder, type Sample, score } from './score.ts'
import { failures } from './bars.ts'

/** Finders that are wrong in one way each: the bars must notice every one of them. */
export function plantedFaults(samples: readonly Sample[], find: Finder): readonly PlantedFault[] {
  const broken: readonly (readonly [string, Finder])[] = [
    ['finds nothing', () => []],
    ['knows the hyphen only', (text) => simple(text, /\d{6}-\d{4}/g)],
    ['takes any ten digits', (text) => [...find(text), ...simple(text, /\d(?:\D?\d){9}/g)]],
    ['drops what fails modulus 11', (text) => find(text).filter(({ digits }) => sum(digits) % 11 === 0)],
    ['is off by three', (text) => find(text).map((hit) => ({ ...hit, start: hit.start + 3, end: hit.end + 3 }))],
    ['leaves the last four', (text) => find(text).map((hit) => ({ ...hit, end: hit.end - 4 }))],
    ['turns digits about', (text) => find(text).map((hit) => ({ ...hit, digits: [...hit.digits].toReversed().join('') }))],
  ]
  return broken.map(([kind, finder]) => ({ kind, found: failures(score(samples, finder)).length > 0 }))
}

function simple(text: string, pattern: RegExp): readonly CprHit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[0].replaceAll(/\D/g, ''),
    spelling: 'plain',
    confidence: 'high',
  }))
}

function sum(digits: string): number {
  return [4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0)
}
