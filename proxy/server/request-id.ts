import { randomUUID } from 'node:crypto'

const LETTERS = 'ghijklmnop'

/** A random id of letters alone, so that no run of digits in it can ever look like a CPR number to the log's guard. */
export function newRequestId(): string {
  return randomUUID().replaceAll(/\d/g, (digit) => LETTERS[Number(digit)] ?? '')
}
