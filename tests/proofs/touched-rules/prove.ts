import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '#proxy/importers/read-document.ts'
import { day } from '#utils/domain/calendar-day.ts'
import { asId, type RuleId } from '#utils/domain/ids.ts'
import { touchedRules } from '#utils/guidance/authoring/touched.ts'
import type { KnowledgeDocument } from '#utils/knowledge/document.ts'
import type { Proof } from '../claim.ts'
import { inventLibrary } from '../citations-exist/invent-library.ts'
import type { InventedAct, Part } from '../citations-exist/invented-act.ts'
import { lexDaniaXml } from '../citations-exist/lex-dania-xml.ts'
import { Random } from '../support/random.ts'
import { Tally } from '../support/tally.ts'
import { EDITS } from './edit-act.ts'

const EDITS_PLANTED = 40
/** Rules that cite places of the act, and a few that cite another. */
const RULES = 60

type Touched = typeof touchedRules

/**
 * Invented acts in Lex Dania form, one edit each, and rules that cite places all over them. Which rules the edit touches is
 * known from the acts as they were made; the product reads the two files. All touched are listed and no other.
 */
export const prove: Proof = async ({ seed, n, log }) => {
  const missed: string[] = []
  for (const [name, faulty] of Object.entries(FAULTS)) {
    const tally = new Tally(() => {})
    await examine(seed, EDITS_PLANTED / 2, tally, faulty)
    log(`planted: ${name}: ${tally.failed > 0 ? `found (${tally.failed} differences)` : 'NOT FOUND'}`)
    if (tally.failed === 0) missed.push(name)
  }
  const tally = new Tally(log)
  const edits = await examine(seed, n ?? EDITS_PLANTED, tally, touchedRules)
  const faults = Object.keys(FAULTS).length
  const { passed, failed, examined } = tally
  return {
    figure: `${edits.size} kinds of edit, ${n ?? EDITS_PLANTED} edits, ${examined} rules judged: ${tally.failuresOf('not listed')} touched not listed, ${tally.failuresOf('listed')} listed though untouched; ${faults - missed.length} of ${faults} planted faults found`,
    passed,
    failed: failed + missed.length,
    examined,
    held: failed === 0 && missed.length === 0 && examined > 0,
  }
}

/** Ways that a list of touched rules could be wrong. */
const FAULTS: Readonly<Record<string, Touched>> = {
  'nothing is ever touched': async () => [],
  'a rule left out': async (...args) => (await touchedRules(...args)).slice(1),
  'every rule that names the act': async (rules, ...rest) => [
    ...(await touchedRules(rules, ...rest)),
    ...rules.map(({ id }) => ({ rule: id, versionFrom: '', citation: '', place: '', before: null, after: null })),
  ],
  'only what is gone': async (...args) => (await touchedRules(...args)).filter(({ after }) => after === null),
  'only what is changed, not what is gone': async (...args) => (await touchedRules(...args)).filter(({ after }) => after !== null),
}

async function examine(seed: number, edits: number, tally: Tally, touched: Touched): Promise<ReadonlySet<string>> {
  const random = new Random(seed)
  const kinds = Object.keys(EDITS)
  const used = new Set<string>()
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-touched-'))
  try {
    for (let index = 0, tries = 0; index < edits && tries < edits * 40; tries += 1) {
      const kind = kinds[index % kinds.length] ?? ''
      const [act] = inventLibrary(seed * 1000 + tries, 6).filter(({ type, short }) => type === 'LBK' && short !== null)
      const edited = act && EDITS[kind]?.(act, random)
      if (!act || !edited) continue
      used.add(kind)
      index += 1
      const before = await readAct(folder, act, false)
      const after = await readAct(
        folder,
        { ...edited, number: act.number + 1000, date: addYears(act.date, 1) },
        random.chance(0.5) || kind.startsWith('nothing'),
      )
      await judgeEdit(kind, { act, edited, rules: rulesCiting(act, edited, random) }, { before, after }, { tally, touched })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return used
}

const addYears = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`

async function readAct(folder: string, act: InventedAct, pretty: boolean): Promise<KnowledgeDocument> {
  const path = join(folder, `${act.id}.xml`)
  writeFileSync(path, lexDaniaXml(act, pretty))
  return readDocument(path, 'law')
}

interface Citing {
  readonly id: RuleId
  readonly text: string
  /** Chapters have no place in the address of a paragraph; `null` for a rule that cites another act. */
  readonly path: readonly Part[] | null
}

interface Planted {
  readonly act: InventedAct
  readonly edited: InventedAct
  readonly rules: readonly Citing[]
}

interface Judging {
  readonly tally: Tally
  readonly touched: Touched
}

async function judgeEdit(
  kind: string,
  { act, edited, rules }: Planted,
  { before, after }: { readonly before: KnowledgeDocument; readonly after: KnowledgeDocument },
  { tally, touched }: Judging,
): Promise<void> {
  const citing = rules.map(({ id, text }) => ({ id, versions: [{ from: day('2020-01-01'), cites: [{ text }] }] }))
  const listed = new Set((await touched(citing, before, after)).map(({ rule }) => rule))
  for (const { id, text, path } of rules) {
    const wanted = path !== null && contentAt(act, path) !== contentAt(edited, path)
    tally.check(wanted ? 'not listed' : 'listed', listed.has(id) === wanted, () => `${kind}: «${text}» is ${wanted ? '' : 'not '}touched`)
  }
}

/** Citations of places drawn from both texts, so that new and vanished places are among them; the whole act; other acts. */
function rulesCiting(act: InventedAct, edited: InventedAct, random: Random): readonly Citing[] {
  const places = [...placesOf(act), ...placesOf(edited)]
  const changed = places.filter((path) => contentAt(act, path) !== contentAt(edited, path))
  return Array.from({ length: RULES }, (_, index) => {
    const id = asId<RuleId>(`rule-${index}`)
    if (index === 0) return { id, text: act.short ?? act.name, path: [] }
    if (index === 1) return { id, text: `lov om noget helt andet ${index}, § 2`, path: null }
    if (index === 2) return { id, text: '§ 1 i bekendtgørelse nr. 99999 af 1. januar 2020', path: null }
    const path = random.pick(index % 3 === 0 && changed.length > 0 ? changed : places)
    return { id, text: spelt(act, path, random), path }
  })
}

function placesOf({ chapters }: InventedAct): readonly (readonly Part[])[] {
  const below = (part: Part, above: readonly Part[]): readonly (readonly Part[])[] => {
    const path = [...above, part]
    return [path, ...part.parts.flatMap((own) => below(own, path))]
  }
  return chapters.flatMap((chapter) => [[chapter], ...chapter.parts.flatMap((paragraph) => below(paragraph, []))])
}

const WRITTEN = { chapter: 'kapitel', paragraph: '§', stk: 'stk.', nr: 'nr.', litra: 'litra' } as const

function spelt(act: InventedAct, path: readonly Part[], random: Random): string {
  const place = path.map(({ unit, number }) => `${WRITTEN[unit]} ${number.replace(/^(\d+)([a-z])$/u, '$1 $2')}`).join(', ')
  const short = act.short ?? act.name
  return random.pick([
    `${short} ${place}`,
    `${place}, i ${act.name}`,
    `${act.name} ${place}`,
    `${short} ${place} (jf. ${short})`.replace(/ \(.*/, ''),
  ])
}

/** The words of a place and of all below it; `null` where it is not. Whether the only part of a paragraph is named does not matter. */
function contentAt({ chapters }: InventedAct, path: readonly Part[]): string | null {
  if (path.length === 0) return JSON.stringify(chapters.map(words))
  const [first] = path
  let level: readonly Part[] = first?.unit === 'chapter' ? chapters : chapters.flatMap(({ parts }) => parts)
  let found: Part | undefined
  for (const { unit, number } of path) {
    found = level.find((part) => part.unit === unit && part.number === number)
    if (found === undefined) return null
    level = found.parts
  }
  return found === undefined ? null : JSON.stringify(words(found)[2])
}

type Words = readonly [unit: string, number: string, content: readonly [readonly string[], boolean, readonly Words[]]]

function words({ unit, number, sentences, repealed, parts }: Part): Words {
  return [unit, number, [sentences, repealed, parts.map(words)]]
}
