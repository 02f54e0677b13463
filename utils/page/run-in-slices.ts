/** How work is spread over tasks: how long one may take, and how the next is begun. */
export interface SliceOptions {
  readonly budgetMs?: number
  readonly signal?: AbortSignal
  readonly now?: () => number
  /** Waits until the page has had its turn. */
  readonly breathe?: () => Promise<void>
}

/** Runs a stepwise reading without holding the page for more than a few milliseconds at a time. `null` when aborted. */
export async function runInSlices<T>(steps: Generator<void, T>, options: SliceOptions = {}): Promise<T | null> {
  const { budgetMs = 8, signal, now = () => performance.now(), breathe = nextTask } = options
  for (;;) {
    const started = now()
    while (now() - started < budgetMs) {
      if (signal?.aborted) return null
      const step = steps.next()
      if (step.done) return step.value
    }
    await breathe()
  }
}

/** A message is the soonest task a page gives; timers are clamped to 4 ms and throttled in the background. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.addEventListener(
      'message',
      () => {
        channel.port1.close()
        resolve()
      },
      { once: true },
    )
    channel.port1.start()
    channel.port2.postMessage(null)
  })
}
