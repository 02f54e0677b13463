import type { Snapshot } from './in-page.ts'

/** One aspect in which two pages that should be the same are not. */
export interface Difference {
  readonly aspect: string
  readonly first: string
  readonly second: string
}

/** Aspects of `hosts` are judged apart: the extension may have one. */
export function differences(without: Snapshot, withIt: Snapshot): Difference[] {
  return Object.keys(without)
    .filter((aspect) => aspect !== 'hosts' && without[aspect] !== withIt[aspect])
    .map((aspect) => ({
      aspect,
      ...firstDifference(without[aspect] ?? '', withIt[aspect] ?? ''),
    }))
}

function firstDifference(one: string, other: string): { first: string; second: string } {
  const [left, right] = [one.split('\n'), other.split('\n')]
  const at = left.findIndex((line, index) => line !== right[index])
  const index = at === -1 ? left.length : at
  return { first: (left[index] ?? '(nothing)').slice(0, 300), second: (right[index] ?? '(nothing)').slice(0, 300) }
}
