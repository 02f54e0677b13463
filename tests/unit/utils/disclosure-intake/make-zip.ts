import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/index-native.js'

/** A ZIP of texts and bytes by name, as any program writes one. */
export async function makeZip(files: Readonly<Record<string, string | Uint8Array>>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...(password !== undefined && { password }) })
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    await writer.add(name, new Uint8ArrayReader(bytes))
  }
  return writer.close()
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A Word file whose body is the given markup; other parts as given. */
export function makeDocx(body: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Uint8Array> {
  return makeZip({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  })
}

export const paragraph = (...runs: readonly string[]) => `<w:p>${runs.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>`

/** Another part of a Word file. */
export const wordPart = (root: string, inside: string) => `<?xml version="1.0"?><w:${root} ${W}>${inside}</w:${root}>`
