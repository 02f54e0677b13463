import { fileList } from '#proxy/importers/file-list.ts'
import { IMPORT_ERRORS, ImportError } from '#proxy/importers/import-error.ts'
import { readSafely } from '#proxy/importers/read-safely.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { KnowledgeDocument } from '#utils/knowledge/document.ts'
import type { CommandOutput } from './main.ts'

/** The law in a file or a folder. A file that cannot be read is told of and left out; none at all is an error. */
export async function readLaw(path: string, output: CommandOutput): Promise<readonly KnowledgeDocument[]> {
  const documents: KnowledgeDocument[] = []
  for (const file of await fileList([path])) {
    try {
      documents.push(await readSafely(file, 'law'))
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      output.err(`${file}: ${IMPORT_ERRORS[error.code]}`)
    }
  }
  if (documents.length === 0) throw new AppError('file-unreadable')
  return documents
}
