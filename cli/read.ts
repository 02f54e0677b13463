import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { bundleReader } from '#build/bundle-reader.ts'
import { AppError } from '#utils/domain/app-error.ts'
import { ERRORS } from '#utils/domain/error-code.ts'
import type { ErrorCode } from '#utils/domain/error-code.ts'
import type { Fact } from '#utils/domain/fact.ts'
import type { NotRead } from '#utils/domain/case-view.ts'
import type { checkHere, readHere } from '#utils/page/in-page.ts'
import type { PageReading } from '#utils/page/page-reading.ts'
import type { ProfileCheck } from '#utils/page/profile-check.ts'
import { siteProfileSchema } from '#utils/page/site-profile.ts'
import type { SiteProfile } from '#utils/page/site-profile.ts'
import type { CommandOutput } from './main.ts'
import { openPage } from './open-page.ts'
import type { OpenPage } from './open-page.ts'

type Reading = Omit<PageReading, 'places'>
type Shown = Record<string, Pick<Fact, 'value' | 'source'>>

interface ReadResult {
  readonly pageKind: string | null
  readonly citizens: PageReading['citizens']
  readonly identity: object | null
  readonly facts: Shown
  readonly lists: Readonly<Record<string, readonly Shown[]>>
  readonly notRead: readonly NotRead[]
}

const USAGE = 'Brug: read --page FIL|ADRESSE --profile PROFIL.json [--url ADRESSE] [--json] [--check]'

/** `read --page FILE|URL --profile FILE [--url ADDRESS] [--json] [--check]`: what the reader reads of a page. */
export async function read(args: readonly string[], output: CommandOutput): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      page: { type: 'string' },
      profile: { type: 'string' },
      url: { type: 'string' },
      json: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  })
  if (values.page === undefined || values.profile === undefined) {
    output.err(USAGE)
    return 2
  }
  const profile = readProfile(values.profile, output)
  const opened = await openPage(values.page, values.url)
  try {
    await opened.page.evaluate(await bundleReader())
    if (values.check) return report(await checkPage(opened, profile), output)
    const reading = await readWhenSettled(opened, profile)
    return show(reading, output, values.json)
  } finally {
    await opened.close()
  }
}

/** A profile from a file, or an error that says where it breaks the schema. */
function readProfile(path: string, output: CommandOutput): SiteProfile {
  let data: unknown
  try {
    data = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('file-unreadable', { cause })
  }
  const parsed = siteProfileSchema.safeParse(data)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues.slice(0, 20)) output.err(`${issue.path.join('.')}: ${issue.message}`)
  throw new AppError('profile-invalid')
}

const PATIENCE = 15_000
const PAUSE = 150

/** A saved page is read once; a live one until it says the same twice with nothing loading. */
async function readWhenSettled(opened: OpenPage, profile: SiteProfile): Promise<Reading | null> {
  const { page, address } = opened
  let reading = await readOnce(page, profile, address)
  if (!opened.live) return reading
  const end = Date.now() + PATIENCE
  for (
    let before = '';
    Date.now() < end && !(before !== '' && before === saying(reading) && isSettled(reading));
    reading = await readOnce(page, profile, address)
  ) {
    before = saying(reading)
    await page.waitForTimeout(PAUSE)
  }
  return reading
}

function saying(reading: Reading | null): string {
  return reading ? JSON.stringify([reading.identity, reading.condition, reading.notRead, reading.marks]) : ''
}

async function readOnce(page: Page, profile: SiteProfile, address: OpenPage['address']): Promise<Reading | null> {
  return page.evaluate(([given, known]) => (globalThis as unknown as InPage).pageReader.readHere(given, known), [profile, address] as const)
}

async function checkPage({ page, address }: OpenPage, profile: SiteProfile): Promise<ProfileCheck | null> {
  return page.evaluate(([given, known]) => (globalThis as unknown as InPage).pageReader.checkHere(given, known), [
    profile,
    address,
  ] as const)
}

interface InPage {
  readonly pageReader: { readonly readHere: typeof readHere; readonly checkHere: typeof checkHere }
}

function isSettled(reading: Reading | null): boolean {
  if (!reading) return false
  if (reading.citizens !== 'single') return reading.condition !== 'busy'
  return (
    reading.condition !== 'busy' &&
    (reading.condition !== 'ready' || (reading.identity.confirmed && reading.missingCanaries.length === 0 && reading.loading.length === 0))
  )
}

function show(reading: Reading | null, output: CommandOutput, json: boolean): number {
  const fault = faultOf(reading)
  const result = resultOf(reading, fault)
  output.out(json ? JSON.stringify(result, null, 2) : asText(result))
  if (fault) output.err(`${ERRORS[fault].what} ${ERRORS[fault].means} (${fault})`)
  return fault ? 1 : 0
}

function faultOf(reading: Reading | null): ErrorCode | null {
  if (!reading) return 'page-unknown'
  return reading.condition === 'ready' && reading.missingCanaries.length > 0 ? 'profile-broken' : null
}

/** Nothing of a case is shown unless it is known whose it is. */
function resultOf(reading: Reading | null, fault: ErrorCode | null): ReadResult {
  if (!reading) return { pageKind: null, citizens: 'none', identity: null, facts: {}, lists: {}, notRead: [] }
  const { pageKind, citizens, identity, condition } = reading
  const closed = { pageKind, citizens, identity: null, facts: {}, lists: {} }
  if (citizens !== 'single') return { ...closed, notRead: [] }
  if (condition !== 'ready') return { ...closed, notRead: [{ part: 'page', why: condition === 'busy' ? 'loading' : 'protected' }] }
  if (fault) return { ...closed, notRead: [{ part: 'page', why: 'unreadable' }] }
  if (!identity.confirmed) return { ...closed, notRead: [{ part: 'identity', why: identity.disagreement ? 'ambiguous' : 'not-found' }] }
  const { citizenId, cpr, name, caseId, sources } = identity
  return {
    pageKind,
    citizens,
    identity: { citizenId, cpr, name, caseId, confirmedBy: sources },
    facts: shown(reading.facts),
    lists: Object.fromEntries(Object.entries(reading.lists).map(([group, list]) => [group, list.rows.map((row) => shown(row.facts))])),
    notRead: reading.notRead,
  }
}

function shown(facts: Readonly<Partial<Record<string, Fact>>>): Shown {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([key, fact]) => (fact ? [[key, { value: fact.value, source: fact.source }]] : [])),
  )
}

function asText(result: ReadResult): string {
  const line = ([key, fact]: readonly [string, Pick<Fact, 'value'>]) => `${key}: ${fact.value === null ? '(tom)' : String(fact.value)}`
  return [
    `Side: ${result.pageKind ?? 'ukendt'} · borgere: ${result.citizens} · identitet: ${result.identity === null ? 'ikke bekræftet' : 'bekræftet'}`,
    ...Object.entries(result.facts).map(line),
    ...Object.entries(result.lists).flatMap(([group, rows]) => [
      `${group}: ${rows.length} rækker`,
      ...rows.map((row) => `    ${Object.entries(row).map(line).join(' · ')}`),
    ]),
    ...result.notRead.map(({ part, why }) => `Ikke læst: ${part} (${why})`),
  ].join('\n')
}

function report(check: ProfileCheck | null, output: CommandOutput): number {
  if (!check) {
    output.err(`${ERRORS['page-unknown'].what} ${ERRORS['page-unknown'].means}`)
    return 1
  }
  output.out(JSON.stringify(check, null, 2))
  return check.canaries.every(({ found }) => found) ? 0 : 1
}
