import type { Trick } from '../trick.ts'
import { COVERS } from './covers.ts'
import { INSIDE } from './inside.ts'
import { MADE_UP } from './made-up.ts'
import { PAGE_EFFECTS } from './page-effects.ts'
import { TIMING } from './timing.ts'

/** Every trick that is tried, in both dialects. */
export const TRICKS: readonly Trick[] = [...PAGE_EFFECTS, ...INSIDE, ...COVERS, ...TIMING, ...MADE_UP]
