import { isUnmarked, looksWhole, type ChatView } from './chat-view.ts'
import type { StreamTruth } from './stream-truth.ts'
import type { Tally } from './tally.ts'

export interface Expected {
  readonly id: string
  readonly truth: StreamTruth
  /** Nothing is wrong with it, so an error would be a false alarm. */
  readonly mustBeWhole: boolean
  /** In ms: by then it must have ended. */
  readonly mostMs: number
}

/** The bars on one answer: what looks whole is whole, what is not says so, nothing is invented and nothing hangs. */
export function judgeView(view: ChatView, { id, truth, mustBeWhole, mostMs }: Expected, tally: Tally): void {
  const about = () => `${id}: the user sees ${JSON.stringify(view)}, sent was ${JSON.stringify(truth)}`
  if (looksWhole(view)) tally.check('looks whole but is not', truth.isWhole && truth.finish === 'stop' && truth.text === view.text, about)
  else if (mustBeWhole && truth.finish === 'stop') tally.check('false alarm', false, about)
  else tally.check('partial and unmarked', !isUnmarked(view), about)
  tally.check('invented text', truth.text.startsWith(view.text), about)
  tally.check('hung', !view.isHung && view.ms <= mostMs, about)
}
