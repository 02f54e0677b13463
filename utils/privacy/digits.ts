/** Where each run of ten decimal digits begins in Unicode (category Nd), so that a number in any script is read as one. */
const DECIMAL_ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090,
  0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
  0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da,
  0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0,
  0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
] as const
/** Raised, lowered, circled, bracketed and dotted digits, from the first of each kind to its code point. */
const DRESSED: readonly (readonly [first: number, value: number, count: number])[] = [
  [0xb2, 2, 2],
  [0xb9, 1, 1],
  [0x2070, 0, 1],
  [0x2074, 4, 6],
  [0x2080, 0, 10],
  [0x2460, 1, 9],
  [0x2474, 1, 9],
  [0x2488, 1, 9],
  [0x24ea, 0, 1],
  [0x24f5, 1, 9],
  [0x24ff, 0, 1],
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x1f101, 0, 10],
]

const VALUES = new Map<number, number>([
  ...DECIMAL_ZEROS.flatMap((zero) => Array.from({ length: 10 }, (_, value) => [zero + value, value] as const)),
  ...DRESSED.flatMap(([first, value, count]) => Array.from({ length: count }, (_, step) => [first + step, value + step] as const)),
])

/** What a code point is worth as a digit, in any script or dress; `-1` when it is none. */
export function digitValue(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x30 && codePoint <= 0x39 ? codePoint - 0x30 : -1
  return VALUES.get(codePoint) ?? -1
}

/** Letters that text recognition gives for each digit, with look-alikes from other alphabets. */
const LOOKS_LIKE: readonly string[] = ['OoQDΟοОоＯｏØø', 'lIiıΙІіｌＩǀ', 'Zz', 'EЗз', 'A', 'SsЅ', 'Gbб', 'T', 'BВ', 'gq']
const CONFUSED = new Map(
  LOOKS_LIKE.flatMap((letters, value) => Array.from(letters, (letter) => [letter.codePointAt(0) ?? 0, value] as const)),
)

/** The digit that text recognition may have taken for this letter; `-1` when none. */
export function confusedDigit(codePoint: number): number {
  return CONFUSED.get(codePoint) ?? -1
}
