import type { z } from 'zod'
import { ROLES } from '../contract/role.ts'
import type { authConfig } from './auth-config.ts'
import { DEVELOPMENT_UNITS } from './development-people.ts'

export const DEVELOPMENT_AUDIENCE = 'urn:sagshjaelp:proxy'
export const DEVELOPMENT_CLIENT = 'sagshjaelp-extension'
export const DEVELOPMENT_SCOPE = 'sag.bruger'
export const DEVELOPMENT_PORT = 8788
/** Where the development mode keeps its pseudonym secret, for the process's life only. */
export const DEVELOPMENT_SECRET_VARIABLE = 'SAGSHJAELP_DEVELOPMENT_PSEUDONYM_SECRET'

/** The configuration's `auth` section for the development issuer. */
export function developmentAuth(issuer: string): z.input<typeof authConfig> {
  return {
    issuer,
    audience: [DEVELOPMENT_AUDIENCE],
    scope: DEVELOPMENT_SCOPE,
    units: DEVELOPMENT_UNITS.map((unit) => ({ ...unit })),
    roles: ROLES.map((role) => ({ claim: role, role })),
    extensionOrigins: ['chrome-extension://*', 'moz-extension://*'],
    municipality: '000',
    pseudonymKeys: [{ id: 'development', secret: { env: DEVELOPMENT_SECRET_VARIABLE } }],
  }
}
