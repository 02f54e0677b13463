import type { Bench } from '../run.ts'
import { textScan } from './text-scan.ts'

/** How fast a file is screened, beside peers on the same pages. */
export const bench: Bench = async () => ({ held: await textScan() })
