import type { Proof } from '../claim.ts'
import { proveModel } from './prove-model.ts'

const STEPS = 10_000

/**
 * Nothing of one citizen or case is ever shown under another: on the watcher's model with a fake clock, on every real
 * trace recorded in a browser, and in a browser with the built extension.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const parts = [proveModel(seed, n ?? STEPS)]
  for (const line of parts.flatMap(({ lines }) => lines)) log(line)
  const passed = parts.reduce((sum, part) => sum + part.passed, 0)
  const failed = parts.reduce((sum, part) => sum + part.failed, 0)
  return { figure: `${failed} crossings in ${passed + failed} checks`, passed, failed, examined: passed + failed, held: failed === 0 }
}
