export const ROLES = ['caseworker', 'supervisor', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Who asks, as the municipality's sign-in vouches for it; nothing here comes from the request's body or path. */
export interface Caller {
  /** The issuer's stable id of the person (`sub` or, by configuration, `oid`). */
  readonly subject: string
  readonly unit: string
  readonly roles: ReadonlySet<Role>
  /** When the token runs out, in ms since 1970. */
  readonly expiresAt: number
}

export interface SignIn {
  /** Takes the whole `Authorization` header. `null`: refused; why is counted in the metrics and told to nobody. */
  verify(authorization: string | undefined): Promise<Caller | null>
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
