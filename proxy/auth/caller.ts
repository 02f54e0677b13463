import type { Role } from '../contract/role.ts'

export type { Role } from '../contract/role.ts'

/** Who asks, as the municipality's sign-in vouches for it; nothing here comes from the request's body or path. */
export interface Caller {
  /** The issuer's stable id of the person (`sub` or, by configuration, `oid`). */
  readonly subject: string
  /** Empty for a person without a unit, who then has no role either: every route refuses with 'not-allowed'. */
  readonly unit: string
  readonly roles: ReadonlySet<Role>
  /** When the token runs out, in ms since 1970. */
  readonly expiresAt: number
}

export interface SignIn {
  /**
   * Takes the whole `Authorization` header, and `Origin` when the request has one. `null`: refused; why is counted in
   * the metrics and told to nobody.
   */
  verify(authorization: string | undefined, origin?: string): Promise<Caller | null>
  /** Refuses the token from now on: here at once, in every replica within 60 s. Resolves when that is on disk. */
  revoke(authorization: string): Promise<void>
  /** Whether the issuer's keys are known: before that nobody can be let in. */
  ready(): boolean
  close(): Promise<void>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the handler on every route that is not public. */
    caller: Caller
  }
  interface FastifyContextConfig {
    /** Every route says who may use it; one that does not stops the start. */
    readonly access?: 'public' | readonly Role[]
  }
}
