import { fromLetters, type ChainEnd } from './chain.ts'

/** The checkpoints among the lines of a log. Other lines, and what is not JSON, are passed over: logs are mixed and cut. */
export function readAnchors(log: string): readonly ChainEnd[] {
  return log.split('\n').flatMap((line) => {
    if (!line.includes('"checkpoint"')) return []
    const { event, seq, link } = parse(line)
    const isAnchor = event === 'checkpoint' && typeof seq === 'number' && typeof link === 'string' && /^[a-p]{64}$/.test(link)
    return isAnchor ? [{ seq, link: fromLetters(link) }] : []
  })
}

function parse(line: string): { readonly event?: unknown; readonly seq?: unknown; readonly link?: unknown } {
  try {
    const value: unknown = JSON.parse(line.slice(line.indexOf('{')))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // A line that was cut says nothing.
    return {}
  }
}
