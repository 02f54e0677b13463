import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleReader } from '#build/bundle-reader.ts'
import { siteProfileSchema } from '#utils/page/site-profile.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'
import type { Dialect } from './visit-screen.ts'

/** The extension's own reader as one script, and the profiles of both dialects. */
export interface ReaderInPage {
  readonly reader: string
  readonly profiles: Readonly<Record<Dialect, SiteProfile>>
}

export async function readerInPage(): Promise<ReaderInPage> {
  return { reader: await bundleReader(), profiles: { M: profile('sagsbord-m'), K: profile('sagsbord-k') } }
}

function profile(name: string): SiteProfile {
  const file = fileURLToPath(new URL(`../../../packs/profiles/${name}.json`, import.meta.url))
  return siteProfileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
