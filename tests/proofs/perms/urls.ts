import type { BundleFile } from './bundle-files.ts'

/** An address that stands in the shipped code. */
export interface UrlLiteral {
  readonly file: string
  /** Scheme and host, with the path cut off. */
  readonly origin: string
}

const ADDRESS = /(?:\b(?:https?|wss?|ftp):)?\/\/(?:[\w*-]+\.)*[\w*-]+(?::\d{1,5})?(?=[/"'`\s?#\\;)<]|$)/gi
/** Without a scheme only what looks like a host counts: `//` also begins a comment or ends a pattern. */
const HOST = /^\/\/(?:[\w-]+\.)+[a-z]{2,24}(?::\d+)?$/i

/** Every address in the files, once a file. */
export function urlLiterals(files: readonly BundleFile[]): readonly UrlLiteral[] {
  return files.flatMap(({ file, text }) => {
    const found = [...text.matchAll(ADDRESS)].map(([address]) => address.toLowerCase())
    return [...new Set(found.filter((address) => !address.startsWith('//') || HOST.test(address)))].map((origin) => ({ file, origin }))
  })
}
