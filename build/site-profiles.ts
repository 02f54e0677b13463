import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteProfileSchema, type SiteProfile } from '#utils/page/site-profile.ts'

export const PROFILES_FOLDER = new URL('../packs/profiles/', import.meta.url).pathname

/** The built-in profiles with these ids, checked. Throws when one is missing or does not fit its schema: a build must stop. */
export function requireSiteProfiles(ids: readonly string[], folder: string = PROFILES_FOLDER): readonly SiteProfile[] {
  const known = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.replace(/\.json$/, ''), join(folder, name)]),
  )
  return ids.map((id) => {
    const file = known.get(id)
    if (file === undefined) throw new Error(`Sideprofilen findes ikke: ${id}`)
    const parsed = siteProfileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (parsed.success) return parsed.data
    throw new Error(
      [`Sideprofilen kan ikke bruges: ${id}`, ...parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)].join(
        '\n',
      ),
    )
  })
}
