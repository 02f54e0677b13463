import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { danishDay } from '#utils/case-session/today.ts'
import { AppError } from '#utils/domain/app-error.ts'
import { parseCalendarDay, type CalendarDay } from '#utils/domain/calendar-day.ts'
import { contextAct } from '#utils/knowledge/context-act.ts'
import { sentenceList } from '#utils/knowledge/draft.ts'
import { formatPlace } from '#utils/knowledge/format-citation.ts'
import { memoryShelf, type MemoryShelf } from '#utils/knowledge/memory-shelf.ts'
import { parseCitations } from '#utils/knowledge/parse-citations.ts'
import { resolveCitation, type Resolution, type Spot } from '#utils/knowledge/resolve-citation.ts'
import type { CommandOutput } from './main.ts'
import { readLaw } from './read-law.ts'

const USAGE = 'Brug: cite --law MAPPE (--text TEKST | --file FIL) [--act LOV] [--on ÅÅÅÅ-MM-DD] [--json]'

interface Look {
  readonly shelf: MemoryShelf
  readonly on: CalendarDay
}

/** `cite`: every citation in a text, led to its passage in a folder of law or reported as not existing. Gives the exit code. */
export async function cite(args: readonly string[], output: CommandOutput): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      law: { type: 'string' },
      text: { type: 'string' },
      file: { type: 'string' },
      act: { type: 'string' },
      on: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const text = values.text ?? (values.file === undefined ? undefined : readText(values.file))
  const on = values.on === undefined ? danishDay(new Date()) : parseCalendarDay(values.on)
  if (values.law === undefined || text === undefined || on === null) {
    output.err(USAGE)
    return 2
  }
  const shelf = memoryShelf(await readLaw(values.law, output), on)
  const answers = await answersIn(text, values.act, { shelf, on })
  output.out(values.json ? JSON.stringify(answers, null, 2) : answers.map(asText).join('\n') || 'Ingen henvisninger i teksten.')
  return answers.every(({ status }) => status === 'found') ? 0 : 1
}

async function answersIn(text: string, named: string | undefined, { shelf, on }: Look) {
  const register = await shelf.register()
  const works = [...new Set(register.versions.map(({ work }) => work))]
  const [only = ''] = works
  // In a folder with one act, "§ 5" can mean no other.
  const context = named !== undefined ? contextAct(named, register) : works.length === 1 ? { work: only, pinned: null } : null
  const answers = []
  for (const citation of parseCitations(text)) {
    const resolution = await resolveCitation(citation, shelf, { on, context })
    answers.push({
      start: citation.start,
      end: citation.end,
      text: text.slice(citation.start, citation.end),
      place: formatPlace(citation.steps),
      status: resolution.status,
      missing: resolution.status === 'not-found' ? resolution.missing : null,
      between: resolution.status === 'ambiguous' ? resolution.between : null,
      passages: spotsOf(resolution).flatMap((spot) => passagesAt(spot, shelf)),
    })
  }
  return answers
}

type Answer = Awaited<ReturnType<typeof answersIn>>[number]

function spotsOf(resolution: Resolution): readonly Spot[] {
  if (resolution.status === 'not-found') return resolution.elsewhere
  return resolution.status === 'ambiguous' ? resolution.candidates : [resolution]
}

function passagesAt({ version, inForce, places }: Spot, shelf: MemoryShelf) {
  const { title, short, eli, validFrom, validTo } = version
  const act = { title, short, eli, validFrom, validTo, inForce }
  const { nodes = [] } = shelf.document(version.id) ?? {}
  if (places.length === 0) return [{ act, address: '', text: title }]
  return places.flatMap(({ node, sentence }) => {
    const part = nodes[node]
    if (!part) return []
    if (sentence === null) return [{ act, address: part.address, text: part.text }]
    return [{ act, address: `${part.address}, ${sentence}. pkt.`, text: sentenceList(part.own)[sentence - 1] ?? '' }]
  })
}

const SAYS: Readonly<Record<Answer['status'], string>> = {
  found: 'findes',
  repealed: 'er ophævet',
  'not-found': 'FINDES IKKE',
  ambiguous: 'kan være flere steder',
}

function asText({ text, place, status, passages }: Answer): string {
  const places = passages.map(({ act, address, text: words }) => {
    const where = [act.short ?? act.title, address].join(' ').trim()
    return `    ${where}${act.inForce ? '' : ' (gælder ikke den dag)'}: ${words.replaceAll('\n', '\n    ')}`
  })
  return [`${text}${place === text ? '' : ` [${place || 'hele teksten'}]`}: ${SAYS[status]}`, ...places].join('\n')
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new AppError('file-unreadable', { cause })
  }
}
