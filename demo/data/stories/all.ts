import type { Story } from '../story.ts'
import { AKTINDSIGT } from './aktindsigt.ts'
import { withDetails } from './details.ts'
import { DAGPENGE_UNGE } from './dagpenge-unge.ts'
import { GRAENSER } from './graenser.ts'
import { FLEKS_PENSION } from './fleks-pension.ts'
import { KONTANTHJAELP } from './kontanthjaelp.ts'
import { SAERLIGE } from './saerlige.ts'
import { SANKTION_AFGOERELSE } from './sanktion-afgoerelse.ts'
import { SYGEDAGPENGE } from './sygedagpenge.ts'

/** Every named person, by theme. */
export const STORIES: readonly Story[] = withDetails([
  ...KONTANTHJAELP,
  ...DAGPENGE_UNGE,
  ...SYGEDAGPENGE,
  ...FLEKS_PENSION,
  ...SANKTION_AFGOERELSE,
  ...AKTINDSIGT,
  ...GRAENSER,
  ...SAERLIGE,
])
