import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '#utils/domain/app-error.ts'
import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import { FileFinder } from '#utils/disclosure/finding/file-finder.ts'
import { readFiles } from '#utils/disclosure/intake/read-files.ts'
import type { FileSubject, Finding } from '#utils/disclosure/model/finding.ts'
import type { NotScreened } from '#utils/disclosure/model/screened-document.ts'
import { intakeTools } from './intake-tools.ts'
import type { CommandOutput } from './main.ts'

const USAGE = 'Brug: screen --citizen CPR [--name NAVN] [--own VÆRDI …] FIL … [--json]'

/** `screen`: what in these files must be looked at before they leave, and what was not screened. Gives the exit code. */
export async function screen(args: readonly string[], output: CommandOutput): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      citizen: { type: 'string' },
      name: { type: 'string' },
      own: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  })
  const cpr = (values.citizen ?? '').replaceAll(/\D/g, '')
  if (cpr.length !== 10 || positionals.length === 0) {
    output.err(USAGE)
    return 2
  }
  const answer = await screenFiles(positionals, { cpr, name: values.name ?? null, own: values.own })
  output.out(values.json ? JSON.stringify(answer) : asText(answer))
  return answer.notScreened.length > 0 ? 1 : 0
}

interface Answer {
  readonly findings: readonly ReturnType<typeof asFinding>[]
  readonly notScreened: readonly { readonly file: string; readonly page: number | null; readonly why: NotScreened['why'] }[]
}

async function screenFiles(files: readonly string[], subject: FileSubject): Promise<Answer> {
  const finder = new FileFinder(subject)
  const names = new Map<string, string>()
  const notScreened: Answer['notScreened'][number][] = []
  const inputs = files.map((file) => ({ name: path.basename(file), bytes: bytesOf(file) }))
  for await (const document of readFiles(inputs, { pdf: await intakeTools() })) {
    const file = fileName(files[document.item] ?? '', document.name)
    names.set(document.id, file)
    finder.read(document)
    notScreened.push(...document.notScreened.map(({ page, why }) => ({ file, page, why })))
  }
  return { findings: finder.findings().map((finding) => asFinding(finding, names.get(finding.document) ?? '')), notScreened }
}

/** As it was given on the command line, with the place inside it for a member of an archive or an attachment. */
function fileName(given: string, name: string): string {
  const inside = name.indexOf('/')
  return inside < 0 ? given : given + name.slice(inside)
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new AppError('file-unreadable', { cause })
  }
}

function asFinding({ page, source, start, end, text, category, role, confidence }: Finding, file: string) {
  return { file, page, source, start, end, text, category, role, confidence }
}

function asText({ findings, notScreened }: Answer): string {
  const lines = findings.map(({ file, page, text, category, role, confidence }) => {
    const where = page === null ? file : `${file}, side ${page}`
    return `${where}: ${CATEGORIES[category].label}${role === null ? '' : ` (${role})`}: ${text.replaceAll('\n', ' ')} [${confidence}]`
  })
  const skipped = notScreened.map(({ file, page, why }) => `IKKE SCREENET: ${file}${page === null ? '' : `, side ${page}`} (${why})`)
  return [...lines, ...skipped].join('\n') || 'Intet fundet i det læste.'
}
