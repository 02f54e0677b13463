import type { DocumentNode, KnowledgeDocument } from '../../utils/knowledge/document.ts'
import { fold } from '../../utils/knowledge/fold.ts'

const SIGNS: Readonly<Record<DocumentNode['unit'], string>> = {
  annex: 'b',
  chapter: 'k',
  paragraph: 'p',
  article: 'a',
  point: 'x',
  stk: 's',
  nr: 'n',
  litra: 'l',
  pkt: 'q',
  part: 'h',
}

/** What `GET /v1/knowledge/{id}` takes. */
export const PASSAGE_ID = /^[a-z0-9æøå.~-]{3,120}(?::[a-z0-9æøå.~-]{1,80})?$/u

/** "lta-2024-227.3fa21b9c4e": where it was published, and the start of its checksum, so that a changed text has its own. */
export function versionId({ kind, eli, title, source }: KnowledgeDocument): string {
  const name = kind === 'law' && eli !== null ? eli.replace(/^eli\//, '').replaceAll('/', '-') : `${kind}-${slug(title)}`
  return `${name}.${source.checksum.slice(0, 10)}`
}

/** "…:p32a.s2.n3": the place as it is cited. Two parts with the same place get a count behind it. */
export function passageIds(version: string, nodes: readonly DocumentNode[]): readonly string[] {
  const taken = new Map<string, number>()
  const paths: string[] = []
  for (const [index, node] of nodes.entries()) {
    const above = node.parent < 0 || node.unit === 'paragraph' || node.unit === 'chapter' ? '' : citable(nodes, node.parent, paths)
    const own = node.number === '' ? `h${index}` : `${SIGNS[node.unit]}${node.number}`
    const path = node.number === '' || above === '' ? own : `${above}.${own}`
    const count = (taken.get(path) ?? 0) + 1
    taken.set(path, count)
    paths.push(count === 1 ? path : `${path}~${count}`)
  }
  return paths.map((path) => `${version}:${path}`)
}

function citable(nodes: readonly DocumentNode[], parent: number, paths: readonly string[]): string {
  for (let at = parent; at >= 0; at = nodes[at]?.parent ?? -1) {
    const node = nodes[at]
    if (node && node.number !== '' && node.unit !== 'chapter') return paths[at] ?? ''
  }
  return ''
}

function slug(title: string): string {
  return (
    fold(title)
      .replaceAll(' ', '-')
      .replace(/[^a-z0-9æøå-]/gu, '')
      .slice(0, 60) || 'uden-titel'
  )
}
