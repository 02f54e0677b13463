import type { Random } from '../support/random.ts'

type Mutator = (text: string, random: Random) => string

const MUTATORS: readonly Mutator[] = [
  // Case and gaps that parsers forgive.
  (text, random) =>
    text.replace(/<([a-z]+)/i, (whole) =>
      [...whole].map((char) => (random.chance(0.5) ? char.toUpperCase() : char.toLowerCase())).join(''),
    ),
  (text, random) => text.replace(/=/, random.pick([' =', '= ', '\n=\t'])),
  (text, random) => text.replace(/(<[a-z]+) /i, (_, tag: string) => `${tag}${random.pick(['/', '\t', '\n', '\f', '/ /'])}`),
  // Things before and after.
  (text, random) =>
    `${random.pick(['x', '">', '\'">', '<!--', '-->', '</p>', '<b', '<<', '&', '\\', '<svg><p>', '<?x ', '<![', '"\'`'])}${text}`,
  (text, random) => `${text}${random.pick(['<!--', '//', '"', "'", '</x', '<b title="', '\\', '-->', '<plaintext>'])}`,
  // Doubling, nesting, and parts that a filter would take out.
  (text) => text.replace(/<([a-z]+)/i, '<<$1'),
  (text) => text.replace(/script/i, 'scr<script>ipt'),
  (text) => text.replace(/on(\w+)=/i, 'on$1\u0020=\u0020'),
  (text, random) => `<${random.pick(['svg', 'math', 'table', 'select', 'noscript', 'template', 'option'])}>${text}`,
  (text, random) => {
    const at = random.int(0, text.length)
    return `${text.slice(0, at)}${random.pick(['\u00ad', '\u200b', '\u2060', '\t', '&#x0;', '%00', '<!---->'])}${text.slice(at)}`
  },
  // One letter as an entity.
  (text, random) => {
    const at = random.int(1, Math.max(1, text.length - 1))
    return `${text.slice(0, at)}&#x${(text.codePointAt(at) ?? 120).toString(16)};${text.slice(at + 1)}`
  },
]

/** One to three changes to a payload. */
export function mutate(text: string, random: Random): string {
  let changed = text
  for (let left = random.int(1, 3); left > 0; left -= 1) changed = random.pick(MUTATORS)(changed, random)
  return changed.trim()
}
