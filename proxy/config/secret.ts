import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Where a secret lies: never in the configuration itself, so that it can be shown, mailed and kept in git. */
export const secretRef = z.union([
  z.strictObject({ env: z.string().regex(/^[A-Z][A-Z0-9_]*$/) }),
  z.strictObject({ file: z.string().startsWith('/') }),
])

export type SecretRef = z.infer<typeof secretRef>

/** @throws Error that names where the secret should have been, never what was there. */
export function readSecret(ref: SecretRef, env: Readonly<Record<string, string | undefined>> = process.env): string {
  const value = 'env' in ref ? env[ref.env] : readFileSync(ref.file, 'utf8')
  const secret = value?.trim() ?? ''
  if (secret === '')
    throw new Error(`The secret in ${'env' in ref ? `the variable ${ref.env}` : `the file ${ref.file}`} is empty or missing`)
  return secret
}
