import { browser } from '#utils/browser/browser.ts'
import { judgePolicy, type BuildLimits, type PolicyState } from './judge-policy.ts'

/** Reads and judges the organisation's settings. The first answer after the browser starts takes about three seconds. */
export async function readPolicy(limits: BuildLimits): Promise<PolicyState> {
  return judgePolicy(await readRaw(), limits)
}

/** Calls back with `waiting`, then with the answer, then with every change. Returns a function that stops it. */
export function watchPolicy(limits: BuildLimits, callback: (state: PolicyState) => void): () => void {
  let stopped = false
  const read = async () => {
    const state = await readPolicy(limits)
    if (!stopped) callback(state)
  }
  const onChanged = (_changes: unknown, area: string) => {
    if (area === 'managed') void read()
  }
  callback({ kind: 'waiting' })
  browser.storage.onChanged.addListener(onChanged)
  void read()
  return () => {
    stopped = true
    browser.storage.onChanged.removeListener(onChanged)
  }
}

async function readRaw(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get()
  } catch (error) {
    // Firefox rejects when no policy file names the extension: that is "no policy", not a failure.
    if (error instanceof Error && /manifest/i.test(error.message)) return {}
    throw error
  }
}
