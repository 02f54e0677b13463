import type { InputFile } from '#utils/disclosure/intake/intake.ts'

/** More than this in folders is a mistake, and would stand in the way of the page. */
const MOST = 20_000

/** The files that were let go over the page, those in folders too. */
export async function filesDropped(dropped: DataTransfer): Promise<readonly InputFile[]> {
  // The list is emptied when the event is over: entries are taken before anything is awaited.
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files: InputFile[] = []
  for (const entry of entries) await collect(entry, files)
  return files
}

async function collect(entry: FileSystemEntry, into: InputFile[]): Promise<void> {
  if (into.length >= MOST) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    into.push({ name: entry.fullPath.replace(/^\//, ''), bytes: file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return
    for (const one of some) await collect(one, into)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
