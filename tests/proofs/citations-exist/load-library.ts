import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKnowledge } from '#proxy/knowledge/create-knowledge.ts'
import type { Knowledge } from '#proxy/knowledge/knowledge.ts'
import { loadDocument, refreshWords } from '#proxy/knowledge/load-document.ts'
import { fileList } from '#proxy/importers/file-list.ts'
import { readDocument } from '#proxy/importers/read-document.ts'
import type { Store } from '#proxy/store/store.ts'
import { UnreadableData } from '../claim.ts'
import type { InventedAct } from './invented-act.ts'
import { lexDaniaXml } from './lex-dania-xml.ts'

/** A day after all invented acts have begun. */
export const TODAY = '2026-11-24'

/** Writes the acts as files, and loads them as the import command does. `tamper` plants a fault in the files. */
export async function loadLibrary(
  store: Store,
  acts: readonly InventedAct[],
  tamper: (xml: string) => string = (xml) => xml,
): Promise<Knowledge> {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-law-'))
  try {
    for (const [index, act] of acts.entries()) writeFileSync(join(folder, `${act.id}.xml`), tamper(lexDaniaXml(act, index % 3 === 0)))
    return await loadFolder(store, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Loads every file of a folder that can be read. */
export async function loadFolder(store: Store, folder: string): Promise<Knowledge> {
  const files = await fileList([folder])
  if (files.length === 0) throw new UnreadableData(`no law in ${folder}`)
  for (const file of files) await loadDocument(store, await readDocument(file, 'law'), TODAY)
  await refreshWords(store)
  return createKnowledge({ store, now: () => Date.parse(`${TODAY}T12:00:00Z`), meaning: null })
}
