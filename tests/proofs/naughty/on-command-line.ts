import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { guide } from '#cli/guide.ts'
import { AppError } from '#utils/domain/app-error.ts'
import type { Advice } from '#utils/domain/advice.ts'
import { FACT_CATALOGUE, type GroupName, factDefinition, isListGroup, keysOfGroup } from '#utils/domain/fact-catalogue.ts'
import type { PageRun } from './on-pages.ts'

const DATE = '2026-11-22'
const PER_FILE = 60

/**
 * `guide --facts` with the same texts: the verdicts must be those of plain text in the same places, because no rule of the
 * pack asks what a free text says. A file that is none must be refused in words.
 */
export function onCommandLine({ strings, tally, log }: PageRun): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'sagshjaelp-naughty-'))
  let files = 0
  try {
    for (let at = 0; at < strings.length; at += PER_FILE) {
      const texts = strings.slice(at, at + PER_FILE).map(({ text }) => text)
      const plain = verdicts(folder, factsOf(texts.map(() => 'tekst')))
      const odd = verdicts(folder, factsOf(texts))
      tally.check(
        'changed verdict',
        plain.error === null && odd.error === null && plain.text === odd.text,
        () => `guide: ${odd.error ?? plain.error ?? `verdicts differ from ${texts[0]}`}`,
      )
      files += 1
    }
    for (const { text, id } of strings) {
      const file = path.join(folder, 'broken.json')
      writeFileSync(file, text)
      const { error } = run(file)
      tally.check('crash', error === null || error === 'AppError', () => `guide on the bare text ${id} ("${text.slice(0, 60)}"): ${error}`)
    }
    log(`command line: guide on ${files} files of facts and ${strings.length} files that are none`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function factsOf(texts: readonly string[]) {
  let at = 0
  const next = () => texts[at++ % texts.length] ?? 'x'
  const facts: Record<string, unknown> = {
    'case.start': '2026-01-05',
    'case.targetGroup': '6.2',
    'case.type': 'Kontanthjælp',
    'contact.startDate': '2026-06-01',
  }
  const lists: Record<string, unknown> = {}
  for (const group of Object.keys(FACT_CATALOGUE) as GroupName[]) {
    const free = keysOfGroup(group).filter((key) => ['text', 'richText'].includes(factDefinition(key)?.type ?? ''))
    if (!isListGroup(group)) for (const key of free) facts[key] = { value: next(), source: null }
    else lists[group] = [Object.fromEntries(free.map((key) => [key, { value: next(), source: null }]))]
  }
  return {
    facts: Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [key, typeof value === 'object' ? value : { value, source: null }]),
    ),
    lists,
  }
}

function verdicts(folder: string, input: object): { readonly text: string; readonly error: string | null } {
  const file = path.join(folder, 'facts.json')
  writeFileSync(file, JSON.stringify(input))
  const { lines, error } = run(file)
  if (error !== null) return { text: '', error }
  const advice = JSON.parse(lines.join('\n')) as Advice[]
  return {
    text: advice
      .map(({ rule, verdict, deadline }) => `${rule}:${verdict}:${deadline?.due ?? ''}`)
      .toSorted()
      .join('\n'),
    error: advice.length === 0 ? 'no advice at all' : null,
  }
}

/** `error` is `AppError` for a refusal in words, else whatever was thrown. */
function run(file: string): { readonly lines: readonly string[]; readonly error: string | null } {
  const lines: string[] = []
  try {
    guide(['--facts', file, '--date', DATE, '--json'], { out: (line) => lines.push(line), err: () => undefined })
    return { lines, error: null }
  } catch (error) {
    return { lines, error: error instanceof AppError ? 'AppError' : String(error).slice(0, 200) }
  }
}
