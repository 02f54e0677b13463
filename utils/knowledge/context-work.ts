import { foldWords } from './fold.ts'
import { parseCitations } from './parse-citations.ts'
import type { Register } from './register.ts'
import { resolveAct } from './resolve-act.ts'

/** The one work that a person means by a name, a short name, a number or an address; `null`: none, or more than one. */
export function contextWork(named: string, register: Register): string | null {
  const [citation] = parseCitations(named)
  const numbered = (citation?.acts ?? []).filter(({ form }) => form === 'number' || form === 'eli')
  const words = { form: 'words', side: 'before', words: foldWords(named), pauses: [], named: true } as const
  const act = resolveAct(numbered.length > 0 ? numbered : [words], register, null)
  const [work, ...others] = act.found === 'works' ? act.works : []
  return work === undefined || others.length > 0 ? null : work
}
