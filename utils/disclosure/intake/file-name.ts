const LONGEST = 200

/** A name that can be shown, logged in a list and joined to others: no way out of its folder, nothing invisible. */
export function safeName(name: string): string {
  const steps = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, '')
    .split(/[/\\]+/)
    .map((step) => step.trim().replace(/^[A-Za-z]:$/, ''))
    .filter((step) => step !== '' && step !== '.' && step !== '..')
  const joined = steps.join('/')
  return joined === '' ? 'uden navn' : joined.slice(-LONGEST)
}

/** The name of something inside something else. */
export function nameInside(outer: string, inner: string): string {
  return `${outer}/${safeName(inner)}`
}
