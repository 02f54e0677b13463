import { readFileSync } from 'node:fs'

const FILE = new URL('../../../proxy/operations/Containerfile', import.meta.url)

/** How the image sets Node's memory, so that what is measured is what an operator gets. */
export function imageMemoryFlags(): readonly string[] {
  const [, start = '[]'] = /^ENTRYPOINT (\[.*\])$/m.exec(readFileSync(FILE, 'utf8')) ?? []
  const flags = (JSON.parse(start) as readonly string[]).filter((word) => /^--(?:max-semi-space|heap-growing)/.test(word))
  if (flags.length === 0) throw new Error('The Containerfile starts Node without memory flags')
  return flags
}
