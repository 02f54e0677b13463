/** A job that is done again and again, never twice at once, and not at all after `stop`. */
export interface Job {
  stop(): Promise<void>
}

/** A failure is told and the job tried again next time; the first time is after one `everyMs`. */
export function repeat(everyMs: number, job: () => Promise<void>, onFailed: () => void): Job {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    if (running !== null) return
    running = job()
      .catch(onFailed)
      .finally(() => {
        running = null
      })
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
