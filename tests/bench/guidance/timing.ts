/** Each timed in turn, so that whatever else the machine does falls on all. The first third warms up. */
export function alternately(runs: readonly (() => unknown)[], rounds: number): readonly number[] {
  const times = runs.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    runs.forEach((run, index) => {
      const time = timed(run)
      if (round >= rounds / 3) times[index]?.push(time)
    })
  }
  return times.map(middle)
}

export const median = (run: () => unknown, rounds: number) => middle(Array.from({ length: rounds }, () => timed(run)))

export async function medianOf(run: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return middle(times)
}

function timed(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
export const ms = (time: number) => `${time.toFixed(3)} ms`.padStart(12)
