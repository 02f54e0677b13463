/** How long a browser may take to begin a download it was asked for. */
const BEGUN_MS = 30_000

/** Hands a file to the person's own downloads. Only on a click; the name says nothing of the case. */
export function saveFile(name: string, content: Uint8Array<ArrayBuffer> | string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), BEGUN_MS)
}
