import { intakeTools } from '#cli/intake-tools.ts'
import type { InputFile, IntakeDocument, IntakeOptions } from '#utils/disclosure/intake/intake.ts'
import { readFiles } from '#utils/disclosure/intake/read-files.ts'

export async function readAll(inputs: readonly InputFile[], options: Partial<IntakeOptions> = {}): Promise<readonly IntakeDocument[]> {
  const documents: IntakeDocument[] = []
  for await (const document of readFiles(inputs, { pdf: await intakeTools(), ...options })) documents.push(document)
  return documents
}

export async function readOne(bytes: Uint8Array | string, options: Partial<IntakeOptions> = {}): Promise<IntakeDocument> {
  const [document] = await readAll([{ name: 'fil', bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }], options)
  if (!document) throw new Error('no-document')
  return document
}

/** All texts of one source, joined. */
export function textsOf({ parts }: Pick<IntakeDocument, 'parts'>, source: string): string {
  return parts
    .filter((part) => part.source === source)
    .map(({ text }) => text)
    .join('\n---\n')
}
