import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Knowledge } from '#proxy/knowledge/knowledge.ts'
import type { Store } from '#proxy/store/store.ts'
import { z } from '#utils/validation/zod.ts'
import { UnreadableData, type ProofOptions, type ProofResult } from '../claim.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { loadFolder } from './load-library.ts'

const SHOWN = 20

const lineShape = z.object({ law: z.string().min(1), cite: z.string().min(1), exists: z.boolean(), on: z.string().optional() })
type Line = z.infer<typeof lineShape>

/** Looks up citations that somebody brings, `{law, cite, exists}`, in the law that lies beside them. */
export async function proveData(store: Store, data: string, log: ProofOptions['log']): Promise<ProofResult> {
  const folder = statSync(data).isDirectory() ? data : dirname(data)
  const lineFiles = folder === data ? linesIn(folder) : [data]
  const lines = lineFiles.flatMap((file) => readJsonLines(file, lineShape))
  const knowledge = await loadFolder(store, folder)
  const files = await filesOf(store)
  let [wrong, repealed, invented] = [0, 0, 0]
  for (const line of lines) {
    const status = await statusOf(knowledge, { ...line, law: files.get(bare(line.law)) ?? line.law })
    // A number that stands in the text with "(Ophævet)" behind it exists to one reader and not to the other; it is said which it is.
    if (status === 'repealed') repealed += 1
    else if ((status === 'found') !== line.exists) {
      wrong += 1
      if (status === 'found') invented += 1
      if (wrong <= SHOWN) log(`${line.law}: ${line.cite}: ${status}, but it ${line.exists ? 'exists' : 'does not exist'}`)
    }
  }
  return {
    figure: `${lines.length} citations: ${lines.length - wrong} right, ${invented} invented resolved, ${repealed} reported as repealed`,
    passed: lines.length - wrong,
    failed: wrong,
    examined: lines.length,
    held: wrong === 0 && lines.length > 0,
  }
}

function linesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.jsonl'),
  )
  if (files.length === 0) throw new UnreadableData(`no .jsonl file in ${folder}`)
  return files.map((entry) => join(entry.parentPath, entry.name))
}

/** By the name of its file: where a document was published, else its title. */
async function filesOf(store: Store): Promise<ReadonlyMap<string, string>> {
  const rows = await store.query<{ name: string; law: string }>(
    'SELECT source_name AS name, coalesce(eli, title) AS law FROM knowledge_version',
  )
  return new Map(rows.map(({ name, law }) => [bare(name), law]))
}

function bare(name: string): string {
  return name.replace(/^.*\//u, '').replace(/\.(?:xml|html?|md|docx|pdf)$/iu, '')
}

/** The worst of what the citations in a line come to; nothing that could be read as a citation is not found. */
async function statusOf(knowledge: Knowledge, { law, cite, on }: Line): Promise<string> {
  const day = on === undefined ? {} : { on }
  const isNumber = /\d/u.test(law)
  const inContext = await knowledge.cite({ text: cite, act: law, ...day })
  const unnamed = inContext.citations.some(({ between }) => between === 'no-act')
  const { citations } = unnamed ? await knowledge.cite({ text: isNumber ? `${law}, ${cite}` : `${law} ${cite}`, ...day }) : inContext
  const bad = citations.find(({ status }) => status !== 'found')
  return citations.length === 0 ? 'not-found' : (bad?.status ?? 'found')
}
