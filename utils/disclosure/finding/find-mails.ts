import type { Mark } from './mark.ts'

const LONGEST_LOCAL = 64
const LONGEST_HOST = 190
const LOCAL = /[\p{L}\p{N}._%+'-]/u
const HOST = /[\p{L}\p{N}.-]/u
const WHOLE = /^[^.@][^@]*@[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,24}$/u

/** Mail addresses: from each at sign outwards, so that no long row of letters is walked twice. */
export function findMails(text: string): readonly Mark[] {
  const found: Mark[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = before(text, at)
    const end = after(text, at + 1)
    const written = text.slice(start, end)
    if (WHOLE.test(written))
      found.push({ start, end, category: 'email', confidence: 'high', same: written.toLowerCase(), why: 'email-shape' })
  }
  return found
}

function before(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1
  return start
}

function after(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from < LONGEST_HOST && HOST.test(text.charAt(end))) end += 1
  while (end > from && /[.-]/.test(text.charAt(end - 1))) end -= 1
  return end
}
