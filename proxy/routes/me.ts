import { createPseudonyms } from '../auth/pseudonym.ts'
import type { MeAnswer } from '../contract/me.ts'
import { ROLES } from '../contract/role.ts'
import type { Routes } from '../parts.ts'

/** Who the caller is here, and the way out. */
export const meRoutes: Routes = (app, { config, signIn }) => {
  const pseudonyms = createPseudonyms(config.auth)
  const names = new Map(config.auth.units.map(({ id, name }) => [id, name]))

  app.get('/v1/me', { config: { access: ROLES } }, ({ caller }, reply): MeAnswer => {
    // The key must not outlive the token in some cache on the way.
    void reply.header('cache-control', 'no-store')
    return {
      municipality: config.auth.municipality,
      unit: { id: caller.unit, name: names.get(caller.unit) ?? caller.unit },
      roles: [...caller.roles],
      expiresAt: caller.expiresAt,
      pseudonym: pseudonyms.current(caller.unit),
    }
  })

  app.post('/v1/sign-out', { config: { access: ROLES } }, async ({ headers }) => {
    if (headers.authorization !== undefined) await signIn.revoke(headers.authorization)
    return { signedOut: true } as const
  })
}
