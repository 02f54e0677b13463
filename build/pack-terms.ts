import { seal, type Signer } from '#utils/guidance/signed/envelope.ts'

/** What a signed pack says about itself, beside its rules. */
export interface PackTerms {
  readonly kind: 'rule-pack' | 'local-rules'
  readonly serial: number
  /** `null`: for every municipality. */
  readonly tenant: string | null
  readonly validFrom: string
  readonly expires: string
  readonly minAppVersion: string
}

/** The signed text of a compiled pack. It says nothing about whether the pack is right: verify it before it is used. */
export function signPack(pack: unknown, { kind, ...terms }: PackTerms, signer: Signer): string {
  return seal(kind, { ...terms, pack }, signer)
}
