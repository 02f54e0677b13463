import { existsSync } from 'node:fs'
import { EXTENSION } from './launch.ts'

/** The browser tests run what is shipped, so it must have been built. */
export default function requireBuild(): void {
  if (!existsSync(`${EXTENSION}/manifest.json`)) throw new Error('No build in .output/chrome-mv3. Run `npm run build` first.')
}
