import type { Caller } from '../auth/caller.ts'
import type { CitationsAnswer, KnowledgeCite, KnowledgeHits, KnowledgeList, KnowledgeSearch, PassageAnswer } from '../contract/knowledge.ts'

/** Law and local procedures: found by words and by meaning, and by citation. */
export interface Knowledge {
  search(ask: KnowledgeSearch, caller: Caller): Promise<KnowledgeHits>
  cite(ask: KnowledgeCite): Promise<CitationsAnswer>
  /** `null`: no such passage. */
  passage(id: string, on?: string): Promise<PassageAnswer | null>
  list(on?: string): Promise<KnowledgeList>
}

/** The meaning of a text as numbers; `null` when no model may or can be asked now. */
export type Meaning = (text: string, caller: Caller) => Promise<readonly number[] | null>
