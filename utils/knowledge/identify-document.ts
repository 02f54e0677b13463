import type { KnowledgeDocument } from './document.ts'
import { fold } from './fold.ts'
import { nameAct } from './name-act.ts'

export interface DocumentIdentity {
  /** What it is a version of: an act by its title, an act that changes others by itself, a procedure by its file. */
  readonly work: string
  readonly names: readonly string[]
  readonly short: string | null
}

export function identifyDocument({ kind, title, names, eli, source }: KnowledgeDocument): DocumentIdentity {
  const named = nameAct(title, names)
  const { base, short } = named
  if (kind === 'procedure') return { work: `procedure:${fold(source.name)}`, names: named.names, short }
  return { work: named.single ? `law:${base}#${eli ?? source.checksum}` : `law:${base}`, names: named.names, short }
}
