import { BlobWriter, configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js'
import type { ExportedFile } from '#utils/disclosure/export/attack/holding-export.ts'

/** A fixed moment: an archive must not say when the work was done. */
const NO_TIME = new Date(1980, 0, 1)

/** The files that held, in one archive that says nothing but their neutral names. */
export async function zipOf(files: readonly ExportedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  configure({ useWebWorkers: false })
  const zip = new ZipWriter(new BlobWriter('application/zip'), { extendedTimestamp: false, level: 0 })
  for (const { name, bytes } of files) await zip.add(name, new Uint8ArrayReader(bytes), { lastModDate: NO_TIME })
  return new Uint8Array(await (await zip.close()).arrayBuffer())
}
