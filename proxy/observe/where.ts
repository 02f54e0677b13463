/** Our own files only, by their path in the tree; a message may hold anything, so it is cut off first. */
const FRAME = /\/proxy\/((?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts):(\d{1,5}):\d+\)?$/

/** Where in our own code an error was thrown: `relay/relay-stream.ts:42`, or 'elsewhere'. Never what it says. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return 'elsewhere'
  const head = `${error.name}: ${error.message}`
  const frames = error.stack.startsWith(head) ? error.stack.slice(head.length).split('\n') : []
  for (const frame of frames) {
    const [, file, line] = FRAME.exec(frame) ?? []
    if (file !== undefined && line !== undefined && frame.startsWith('    at ')) return `${file}:${line}`
  }
  return 'elsewhere'
}
