import { foldWords } from './fold.ts'
import { parseCitations } from './parse-citations.ts'
import type { Register } from './register.ts'
import { resolveAct, type ContextAct } from './resolve-act.ts'

/** "B20240022705": how Retsinformation numbers what it takes in. */
const ACCESSION = /^[A-Z]\d{11}$/u

/** The one act that a person means by a name, a short name, a number or an address; `null`: none, or more than one. */
export function contextAct(named: string, register: Register): ContextAct | null {
  const [citation] = parseCitations(ACCESSION.test(named) ? `eli/accn/${named}` : named)
  const numbered = (citation?.acts ?? []).filter(({ form }) => form === 'number' || form === 'eli')
  const words = { form: 'words', side: 'before', words: foldWords(named), pauses: [], named: true } as const
  const act = resolveAct(numbered.length > 0 ? numbered : [words], register, null)
  const [work, ...others] = act.found === 'works' ? act.works : []
  return act.found !== 'works' || work === undefined || others.length > 0 ? null : { work, pinned: act.pinned }
}
