import type { Behaviour, Ending } from '#tests/proxy/support/bad-upstream.ts'
import { inParallel, viewChat, type ChatView } from '../support/chat-view.ts'
import { judgeView, type Expected } from '../support/judge-view.ts'
import { ModelNames } from '../support/many-models.ts'
import { truthOf, wholeTruthOf } from '../support/stream-truth.ts'
import type { LineRun } from './run-lines.ts'

/** A recorded answer that is cut at every byte. */
export interface Recording {
  readonly id: string
  readonly stream: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

type Cut = {
  readonly recording: Recording
  readonly at: number
  readonly ending: Ending
  readonly framing: NonNullable<Behaviour['framing']>
}

/** A connection that closes in the middle of a chunk, one whose end is the answer's end, one that is torn, one that hangs. */
const ENDINGS = [
  ['fin', 'chunked'],
  ['fin', 'close'],
  ['rst', 'chunked'],
  ['hang', 'chunked'],
] as const

const SLACK_MS = 1000
const WIDTH = 32
/** Those that hang only wait. */
const HANG_WIDTH = 96
/** What came late is tried again when the machine has less to do: one that hangs hangs again. */
const AGAIN_WIDTH = 4

export function cutsOf(recordings: readonly Recording[]): readonly Cut[] {
  return recordings.flatMap((recording) =>
    ENDINGS.flatMap(([ending, framing]) =>
      Array.from({ length: recording.bytes.length + 1 }, (_, at): Cut => ({ recording, at, ending, framing })),
    ),
  )
}

/** Cuts each recording at each byte, in each way. Returns the longest time from the cut to the end that the user sees, in ms. */
export async function runCuts(cuts: readonly Cut[], run: LineRun, idleMs: number): Promise<number> {
  const cutter = new Cutter(run, idleMs)
  const hanging = cuts.filter(({ ending }) => ending === 'hang')
  const late = await cutter.run(
    cuts.filter(({ ending }) => ending !== 'hang'),
    { width: WIDTH, isLast: false },
  )
  late.push(...(await cutter.run(hanging, { width: HANG_WIDTH, isLast: false })))
  const stillLate = await cutter.run(late, { width: AGAIN_WIDTH, isLast: false })
  await cutter.run(stillLate, { width: 1, isLast: true })
  return Math.round(cutter.longest)
}

class Cutter {
  longest = 0
  readonly #run: LineRun
  readonly #idleMs: number
  readonly #names = new ModelNames()
  readonly #free: string[] = []

  constructor(run: LineRun, idleMs: number) {
    this.#run = run
    this.#idleMs = idleMs
  }

  /** Judges those that ended in time; the others come back, unless this is their last try. */
  async run(cuts: readonly Cut[], { width, isLast }: { width: number; isLast: boolean }): Promise<Cut[]> {
    const late: Cut[] = []
    await inParallel(cuts, width, async (cut) => {
      const mostMs = (cut.ending === 'hang' ? this.#idleMs : 0) + SLACK_MS
      const view = await this.#view(cut, mostMs)
      const isLate = view.isHung || view.ms > mostMs
      if (isLate && !isLast) return void late.push(cut)
      this.longest = Math.max(this.longest, view.ms - mostMs + SLACK_MS)
      judgeView(view, { ...expectedOf(cut), mostMs }, this.#run.tally)
    })
    return late
  }

  async #view({ recording, at, ending, framing }: Cut, mostMs: number): Promise<ChatView> {
    const { client, answers } = this.#run
    const { stream, headers, bytes } = recording
    const mark = answers.add({ headers, body: [bytes], cutAt: at, ending, framing })
    const model = this.#free.pop() ?? this.#names.take()
    const view = await viewChat(client, { model, mark, stream, mostMs: mostMs + 4 * SLACK_MS })
    answers.remove(mark)
    this.#free.push(model)
    return view
  }
}

function expectedOf({ recording, at, ending, framing }: Cut): Omit<Expected, 'mostMs'> {
  const { id, stream, bytes } = recording
  const sent = bytes.subarray(0, at)
  const truth = stream ? truthOf(sent) : wholeTruthOf(sent)
  // A reset may overtake what was sent before it; an answer in one piece has ended only when its connection says so.
  const mustBeWhole = truth.isWhole && ending !== 'rst' && (stream || framing === 'close')
  return { id: `${id}, byte ${at}, ${ending} ${framing}`, truth, mustBeWhole }
}
