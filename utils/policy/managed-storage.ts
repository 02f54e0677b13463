import { browser } from '#utils/browser/browser.ts'
import { judgePolicy, type BuildLimits, type PolicyState } from './judge-policy.ts'

/** Reads and judges the organisation's settings. The first answer after the browser starts takes about three seconds. */
export async function readPolicy(limits: BuildLimits): Promise<PolicyState> {
  return judgePolicy(await readRaw(), limits)
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
