import { signatureHolds } from '../guidance/signing-key.ts'
import { checkpointBytes, type Checkpoint } from './chain.ts'
import type { Fault } from './verification.ts'

/**
 * Whether the checkpoints are signed by a key we trust. Those before the first signed one may lack it, from the time
 * before there was a key: what they say is bound by the signature that follows.
 */
export function checkSignatures(
  checkpoints: readonly Checkpoint[],
  { keys, mostUnsigned, endSeq }: { readonly keys: readonly string[]; readonly mostUnsigned: number; readonly endSeq: number },
): readonly Fault[] {
  if (keys.length === 0) return []
  const faults: Fault[] = []
  let signedUpTo = 0
  for (const checkpoint of checkpoints) {
    const { seq, signature } = checkpoint
    if (signature === null) {
      if (signedUpTo > 0) faults.push({ kind: 'checkpoint-unsigned', seq })
    } else if (isSigned(checkpoint, keys)) signedUpTo = seq
    else faults.push({ kind: 'checkpoint-signature', seq })
  }
  if (endSeq - signedUpTo > mostUnsigned) faults.push({ kind: 'checkpoint-unsigned', seq: signedUpTo + 1 })
  return faults
}

function isSigned({ seq, link, at, key, signature }: Checkpoint, keys: readonly string[]): boolean {
  return key !== null && signature !== null && keys.includes(key) && signatureHolds(key, checkpointBytes({ seq, link, at }), signature)
}
