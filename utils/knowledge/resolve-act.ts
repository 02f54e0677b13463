import type { ActRef } from './citation.ts'
import { worksNamed } from './match-name.ts'
import type { ActVersion, Register } from './register.ts'

export type NamedVersions =
  /** No act is named. */
  | { readonly found: 'none' }
  | { readonly found: 'unknown' }
  | { readonly found: 'works'; readonly works: readonly string[]; readonly pinned: readonly ActVersion[] | null }

/** The act that a reader has in mind, and its text where a certain one is meant. */
export interface ContextAct {
  readonly work: string
  readonly pinned: readonly ActVersion[] | null
}

/** The acts that all of the references agree on. `context`: what "loven", or nothing at all, stands for. */
export function resolveAct(refs: readonly ActRef[], register: Register, context: ContextAct | null): NamedVersions {
  const named = refs.flatMap((ref) => versionsOf(ref, register, context) ?? [])
  const [first, ...others] = named
  if (!first) return context === null ? { found: 'none' } : { found: 'works', works: [context.work], pinned: context.pinned }
  const works = first.works.filter((work) => others.every((other) => other.works.includes(work)))
  if (works.length === 0) return { found: 'unknown' }
  const pinned = named.find((each) => each.pinned !== null)?.pinned ?? null
  return { found: 'works', works, pinned: pinned?.filter(({ work }) => works.includes(work)) ?? null }
}

interface Named {
  readonly works: readonly string[]
  readonly pinned: readonly ActVersion[] | null
}

/** `null`: the reference says nothing. */
function versionsOf(ref: ActRef, register: Register, context: ContextAct | null): Named | null {
  switch (ref.form) {
    case 'context':
      return context === null ? null : { works: [context.work], pinned: context.pinned }
    case 'words': {
      const works = worksNamed(ref, register.names)
      return works.length === 0 && !ref.named ? null : { works, pinned: null }
    }
    case 'number':
      return pin(register.versions.filter((version) => isNumber(version, ref)))
    case 'eli':
      return pin(
        register.versions.filter(
          ({ eli, accession }) => eli === ref.eli || (accession !== null && ref.eli === `eli/accn/${accession.toLowerCase()}`),
        ),
      )
    default:
      return null
  }
}

function isNumber(version: ActVersion, ref: ActRef & { readonly form: 'number' }): boolean {
  if (version.type !== ref.type || version.number !== ref.number) return false
  if (ref.year !== null && version.year !== ref.year && version.signed?.slice(0, 4) !== String(ref.year)) return false
  return ref.date === null || version.signed === null || version.signed === ref.date
}

function pin(versions: readonly ActVersion[]): Named {
  return { works: [...new Set(versions.map(({ work }) => work))], pinned: versions }
}
