import { readdirSync, readFileSync } from 'node:fs'

const EVERY_MS = 1000

export interface Sample {
  readonly requests: number
  /** Resident memory in MiB. */
  readonly rss: number
  readonly handles: number
}

/** Looks at a process from outside, once a second (Linux). */
export class Watch {
  readonly samples: Sample[] = []
  readonly #pid: number
  readonly #requests: () => number
  readonly #timer: NodeJS.Timeout

  constructor(pid: number, requests: () => number) {
    this.#pid = pid
    this.#requests = requests
    this.#timer = setInterval(() => this.look(), EVERY_MS)
  }

  look(): void {
    const rss = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#pid}/status`, 'utf8'))?.[1]) / 1024
    this.samples.push({ requests: this.#requests(), rss, handles: readdirSync(`/proc/${this.#pid}/fd`).length })
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

/** How memory grows, in MiB for 100,000 requests: the straight line that fits the samples best. */
export function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const [x, y] = [mean(({ requests }) => requests), mean(({ rss }) => rss)]
  const over = samples.reduce((sum, { requests, rss }) => sum + (requests - x) * (rss - y), 0)
  const under = samples.reduce((sum, { requests }) => sum + (requests - x) ** 2, 0)
  return under === 0 ? Number.NaN : (over / under) * 100_000
}
