/**
 * Tokens that a prompt of so many bytes costs at most, nearly: Danish takes three to four bytes a token, so half of the
 * bytes is high. It is only held back until the upstream has counted.
 */
export function mostTokensIn(bytes: number): number {
  return Math.ceil(bytes / 2)
}
