import type { Proof } from '../claim.ts'
import { proveBrowser } from './prove-browser.ts'
import { proveModel } from './prove-model.ts'
import { proveTraces } from './prove-traces.ts'

const STEPS = 10_000
/** Fewer would show nothing. */
const LEAST_STEPS = 600
/** Steps in the browser for each on the model: 300 for 10,000. */
const BROWSER_SHARE = 0.03

/**
 * Nothing of one citizen or case is ever shown under another: on the watcher's model with a fake clock, on every real
 * trace recorded in a browser, and in a browser with the built extension.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const steps = Math.max(LEAST_STEPS, n ?? STEPS)
  const parts = [proveModel(seed, steps), proveTraces(), await proveBrowser(seed, Math.ceil(steps * BROWSER_SHARE))]
  for (const line of parts.flatMap(({ lines }) => lines)) log(line)
  const passed = parts.reduce((sum, part) => sum + part.passed, 0)
  const failed = parts.reduce((sum, part) => sum + part.failed, 0)
  const crossings = parts.reduce((sum, part) => sum + part.crossings, 0)
  return {
    figure: `${crossings} crossings, ${failed - crossings} other failures in ${passed + failed} checks`,
    passed,
    failed,
    examined: passed + failed,
    held: failed === 0,
  }
}
