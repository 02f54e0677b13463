import { randomInt } from 'node:crypto'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const COUNT_LETTERS = 8

const replica = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
let count = 0

/**
 * An id of letters alone, so that no run of digits in it can ever look like a CPR number to the log's guard: the
 * process's own random word, and how many there were before.
 */
export function newRequestId(): string {
  let [id, rest] = ['', count]
  count += 1
  for (let left = COUNT_LETTERS; left > 0; left -= 1) {
    id = LETTERS.charAt(rest % LETTERS.length) + id
    rest = Math.floor(rest / LETTERS.length)
  }
  return `${replica}-${id}`
}
