/** Whether a part that may repeat without end holds another that may: what makes a pattern explode. */
export function hasNestedRepeat({ source }: RegExp): boolean {
  const open: boolean[] = []
  let inside = false
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at)
    if (sign === '\\') at += 1
    else if (sign === '[') at = endOfClass(source, at)
    else if (sign === '(') {
      open.push(inside)
      inside = false
      continue
    } else if (sign === ')') {
      const endless = isEndless(source, at + 1)
      if (inside && endless) return true
      inside = (open.pop() ?? false) || inside || endless
      continue
    }
    if (isEndless(source, at + 1)) inside = true
  }
  return false
}

function endOfClass(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source.charAt(at) !== ']') at += source.charAt(at) === '\\' ? 2 : 1
  return at
}

function isEndless(source: string, at: number): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(source.slice(at, at + 8))
}
