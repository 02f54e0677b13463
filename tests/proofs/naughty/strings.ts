import { z } from '#utils/validation/zod.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { Random } from '../support/random.ts'

/** Text that some program somewhere has tripped over. */
export interface NaughtyString {
  readonly id: string
  readonly kind: string
  readonly text: string
}

type Write = (random: Random) => string

const from = (low: number, high: number) => (random: Random) => String.fromCodePoint(random.int(low, high))
const many = (random: Random, count: number, one: Write) => Array.from({ length: count }, () => one(random)).join('')
const digits = (random: Random, count: number) => many(random, count, (r) => String(r.int(0, 9)))
const two = (value: number) => String(value).padStart(2, '0')
const WORDS = ['samtale', 'Åse', 'ærø', 'Øster', 'notat', 'plan', 'Jørgen', 'møde', 'Sø'] as const
const word: Write = (random) => random.pick(WORDS)
const RANGES = [
  [0xa1, 0x17f],
  [0x370, 0x3ff],
  [0x410, 0x44f],
  [0x5d0, 0x5ea],
  [0x621, 0x64a],
  [0x905, 0x939],
  [0xe01, 0xe3a],
  [0x10a0, 0x10ff],
  [0x3041, 0x3096],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0x1f300, 0x1f64f],
  [0x1d400, 0x1d7ff],
  [0x20000, 0x2a6df],
  [0x10330, 0x1034a],
] as const
const BIDI = [
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u200e',
  '\u200f',
  '\u061c',
] as const
const ZERO_WIDTH = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'] as const
const SPACES = ['\u00a0', '\u2003', '\u2009', '\u202f', '\u3000', '\u1680', '\t', '\n', '\u2028', '\u000b', '\u000c', '\u0085'] as const

/** Each kind of trouble and how to write one more of it. */
export const KINDS: Readonly<Record<string, Write>> = {
  'scripts and planes': (r) => {
    const [low, high] = r.pick(RANGES)
    return many(r, r.int(1, 20), from(low, high))
  },
  'mixed scripts': (r) =>
    many(r, r.int(2, 10), (one) => {
      const [low, high] = one.pick(RANGES)
      return from(low, high)(one)
    }),
  'bidi controls': (r) => many(r, r.int(1, 5), (one) => one.pick(BIDI) + word(one)) + r.pick(BIDI),
  'right to left': (r) =>
    `${many(r, r.int(2, 8), from(0x5d0, 0x5ea))} ${digits(r, 3)} ${word(r)} ${many(r, r.int(2, 8), from(0x621, 0x64a))}`,
  'zero width': (r) => many(r, r.int(2, 6), (one) => word(one) + one.pick(ZERO_WIDTH)),
  'odd spaces': (r) => many(r, r.int(2, 6), (one) => word(one) + one.pick(SPACES)),
  'combining flood': (r) => word(r) + many(r, r.int(20, 200), from(0x300, 0x36f)),
  'emoji families': (r) => many(r, r.int(1, 4), (one) => one.pick(['👩‍👩‍👧‍👦', '🏳️‍🌈', '🇩🇰', '👍🏿', '1️⃣', '🧑🏽‍🦽', '❤️‍🔥'])),
  'tag and variation characters': (r) => `${word(r)}${many(r, r.int(3, 20), from(0xe0020, 0xe007e))}${many(r, 3, from(0xfe00, 0xfe0f))}`,
  'lone surrogate': (r) => `${word(r)}${String.fromCharCode(r.int(0xd800, 0xdfff))}${word(r)}`,
  'private and unassigned': (r) =>
    word(r) + many(r, r.int(1, 5), from(0xe100, 0xf8ff)) + r.pick(['\u{1fffe}', '\u{10ffff}', '\ufffe', '\uffff']),
  'control characters': (r) => word(r) + many(r, r.int(1, 4), from(0x01, 0x08)) + word(r),
  'composed and decomposed': (r) =>
    r.pick(['A\u030a', 'a\u030arhus', 'e\u0301', 'Å', '\u212b', 'ﬁ', 'ǅ', '½', '①', 'Ⅷ', 'ẞ', 'ŉ', 'İi']) + word(r),
  number: (r) =>
    r.pick([
      'NaN',
      'Infinity',
      '-0',
      '1e309',
      '0x1F',
      '1,000,000.00',
      '1.000.000,00',
      '9007199254740993',
      '0.1e-400',
      '٣٤',
      '１２３',
      '1/0',
      '௧',
      '−1',
      '%',
      '12 %',
      'kr. 1.234,-',
      '+45 12 34 56 78',
    ]) + (r.chance(0.3) ? digits(r, r.int(1, 30)) : ''),
  'day that does not exist': (r) =>
    r.pick([
      `${two(r.int(30, 39))}-02-2026`,
      '29-02-2025',
      '31-04-2026',
      '00-00-0000',
      '2026-13-01',
      '30. februar 2026',
      '99.99.9999',
      '24:61',
      '2026-02-30T25:61',
      '1. maj',
      'i går',
      '31/6-26',
      '-1-1-1',
    ]),
  'CPR look-alike': (r) =>
    r.pick([
      `sag ${digits(r, 6)}-${digits(r, 4)}`,
      `${two(r.int(32, 99))}${digits(r, 4)}-${digits(r, 4)}`,
      `tlf. ${digits(r, 4)} ${digits(r, 4)}`,
      digits(r, 10),
      `${digits(r, 6)}–${digits(r, 4)}`,
      `${digits(r, 5)}-${digits(r, 5)}`,
      `DK${digits(r, 8)}`,
      `${two(r.int(1, 28))}13${digits(r, 2)}-${digits(r, 4)}`,
      `${digits(r, 6)}\u200b-${digits(r, 4)}`,
      `${digits(r, 6)}-${digits(r, 3)}X`,
      `P-nr. ${digits(r, 10)}`,
      `(${digits(r, 6)}-${digits(r, 4)})`,
    ]),
  'label look-alike': (r) =>
    r.pick([
      'CPR-nummer',
      'Navn:',
      'Sagsnr.',
      'Status: Afsluttet',
      'Startdato 01-01-2026',
      'Målgruppe',
      'Ja',
      'Nej',
      'Ingen',
      'Aktiv',
      'Frist',
      'Vis',
      'Indlæser…',
      'Der opstod en fejl',
      'Ingen adgang',
      'Log ind',
      'null',
      'undefined',
      '[object Object]',
      'true',
      'constructor',
      '__proto__',
      'toString',
    ]),
  'format string': (r) =>
    r.pick([
      '%s%s%s%n',
      '%x%x',
      '{0}{1}',
      '${user}',
      '$1$&$`',
      '%00',
      '\\x41\\n\\0',
      '{{name}}',
      '#{1+1}',
      '%(a)s',
      '\\u0041',
      '&amp;&lt;&#65;',
      '~!@#$%^&*()_+`',
      '$$',
    ]) + (r.chance(0.5) ? word(r) : ''),
  'SQL shape': (r) =>
    r.pick([
      "'; DROP TABLE sager;--",
      '" OR ""="',
      "1' OR '1'='1",
      "\\'; --",
      "Robert'); DELETE FROM notat;--",
      'NULL',
      '/* */',
      'UNION SELECT',
    ]) + digits(r, 2),
  'CSV shape': (r) => r.pick(['=1+1', '@SUM(A1)', '+45', '-2+3', 'a;b;c', '"a""b",c', 'a\tb', '=HYPERLINK("x")', ';;;', '"']) + word(r),
  'JSON shape': (r) =>
    r.pick(['{"a":[1,2', ']}', '"\\u0000"', '{"__proto__":{"x":1}}', '\\"', '[[[[[[', 'null', '{}', '/*x*/', "'a':1,"]) + digits(r, 1),
  'YAML shape': (r) =>
    r.pick(['- a: &x *x', '? y', '!!js/function f', '%YAML 1.2', 'no', '---', '...', '| >', 'a: b: c', '~', '# x']) + ' ' + word(r),
  'path or address': (r) =>
    r.pick([
      '../../etc/passwd',
      'C:\\CON',
      'file:///x',
      'CON.pdf',
      'a/b\\c:d*e?.docx',
      '.htaccess',
      'mailto:a@b',
      'x@y@z',
      '//host/x',
      'attest (1) (2).pdf.exe',
    ]) + digits(r, 2),
  'very long': (r) => many(r, r.int(300, 1200), (one) => word(one) + (one.chance(0.6) ? ' ' : '')).slice(0, r.pick([3000, 5000, 8000])),
  'one long word': (r) => many(r, r.pick([200, 1000, 3000]), from(0x61, 0x7a)),
  'nearly empty': (r) => r.pick(['.', '_', '?', '0', '!', "'", '(', '…', 'x', '¿', '。', '*', '\\', '|', '`', '·']),
  'letters that change case oddly': (r) => many(r, r.int(2, 6), (one) => one.pick(['ß', 'İ', 'ı', 'ǰ', 'ΐ', 'ſ', 'K', 'ŉ', 'Ω', 'Σς'])),
  'repeats that slow patterns down': (r) =>
    r.pick([
      'a'.repeat(200) + '!',
      `${'('.repeat(80)}${')'.repeat(80)}`,
      '1-'.repeat(150),
      ' '.repeat(3) + '-'.repeat(300),
      `${'0'.repeat(6)}-`.repeat(60),
    ]) + word(r),
}

/** `count` strings, the kinds in turn. */
export function makeStrings(seed: number, count: number): readonly NaughtyString[] {
  const random = new Random(seed)
  const kinds = Object.entries(KINDS)
  return Array.from({ length: count }, (_, at) => {
    const [kind = '', write = word] = kinds[at % kinds.length] ?? []
    return { id: `n${at}`, kind, text: write(random) }
  })
}

const line = z.object({ id: z.string(), text: z.string() })

export function readStrings(path: string): readonly NaughtyString[] {
  return readJsonLines(path, line).map((one) => ({ ...one, kind: 'from the file' }))
}
