const MIB = 1024 * 1024

/** What is read at most. Whatever is beyond is refused with a reason, never cut off in silence. */
export const LIMITS = {
  /** All that is unpacked from one of the given files, and the file itself. */
  bundleBytes: 2048 * MIB,
  memberBytes: 200 * MIB,
  /** Unpacked to packed. Small members may be beyond it: a page of blanks packs well. */
  ratio: 200,
  ratioFrom: 1 * MIB,
  /** Archives within archives. */
  archives: 2,
  /** Documents within documents of any kind. */
  depth: 5,
  entries: 10_000,
  pixels: 100_000_000,
  pdfPages: 20_000,
  pageMs: 10_000,
  /** More pages than this that take too long, and the rest of the document is given up. */
  slowPages: 2,
  /** XML of one part of an office file. */
  xmlBytes: 64 * MIB,
  /** A plain text or a page of HTML: a thousand times the longest journal. */
  textBytes: 32 * MIB,
  revisions: 12,
} as const
