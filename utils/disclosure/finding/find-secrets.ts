import type { Mark } from './mark.ts'

const NAMED =
  /(?:adgangskode|kodeord|password|passord|pin-?kode|pinkode|login|kodeboks|nøgleboks|dørkode|alarmkode|engangskode|nøglekode|api-?key|client_?secret|token)\p{L}{0,4}[ \t]{0,3}(?:til [\p{L}.-]{1,30}[ \t]{1,2})?(?:er:?|lyder:?|:|=)[ \t]{0,3}["'«»]?(?<value>[^\s"'«»,;]{3,80})/giu
const KEYS = /(?<![\p{L}\p{N}])(?:sk-[\w-]{16,80}|ghp_\w{20,80}|AKIA[A-Z\d]{16}|eyJ[\w-]{16,200}\.[\w-]{8,400}\.[\w-]{8,200})/gu
/** What stands behind "password:" without being one. */
const NO_SECRET = /^(?:ikke|ukendt|glemt|nulstillet|ændret|spærret|udløbet|sendt|kun|at|en|et|den|det|ingen|blevet|fortsat)[.:]?$/i

/** Passwords and keys: the value that follows the word, or what has the shape of a key. */
export function findSecrets(text: string): readonly Mark[] {
  const found: Mark[] = []
  for (const match of text.matchAll(NAMED)) {
    const value = (match.groups?.['value'] ?? '').replace(/[.:)]+$/, '')
    if (value.length < 3 || NO_SECRET.test(value)) continue
    const start = match.index + match[0].lastIndexOf(value)
    found.push({
      start,
      end: start + value.length,
      category: 'secret',
      confidence: /[\d\W]/.test(value) ? 'high' : 'medium',
      same: value,
      why: 'secret-word',
    })
  }
  for (const match of text.matchAll(KEYS))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      category: 'secret',
      confidence: 'high',
      same: match[0],
      why: 'secret-shape',
    })
  return found
}
