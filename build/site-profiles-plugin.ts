import type { Plugin } from 'vite'
import { PROFILES_FOLDER, requireSiteProfiles } from './site-profiles.ts'

const NAME = 'virtual:site-profiles'

/**
 * Gives the code the customer's built-in profiles as `virtual:site-profiles`, checked while building: the worker answers
 * on every page load and has no time to check them again.
 */
export function siteProfilesPlugin(ids: readonly string[]): Plugin {
  return {
    name: 'sagshjaelp-site-profiles',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null
      this.addWatchFile(PROFILES_FOLDER)
      return `export const profiles = JSON.parse(${JSON.stringify(JSON.stringify(requireSiteProfiles(ids)))})`
    },
  }
}
