import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Tally } from '../support/tally.ts'
import { bundleFiles, type BundleFile } from './bundle-files.ts'
import { FORBIDDEN, scan, type Hit } from './forbidden.ts'
import { comparable, cspOf, expectedCsp, manifestFaults, type Manifest } from './manifest-faults.ts'
import { REVIEWED_PLACES, REVIEWED_URLS } from './reviewed.ts'
import { urlLiterals, type UrlLiteral } from './urls.ts'

export interface Judged {
  readonly name: string
  readonly folder: string
  /** The foreign origins its pages may connect to: proxy and issuer. */
  readonly connects: readonly string[]
  /** Patterns of the customer's own hosts, which the code holds by design. */
  readonly hosts: readonly string[]
  /** The golden manifest; absent for a build of somebody else. */
  readonly golden?: unknown
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest
}

/** Judges one build; returns the reviewed places that it holds, to find stale reviews. */
export function judgeBuild(build: Judged, tally: Tally): { readonly files: readonly BundleFile[]; readonly used: ReadonlySet<object> } {
  const manifest = manifestOf(build.folder)
  const files = bundleFiles(build.folder)
  const { name, golden } = build
  tally.check(
    'too few files',
    files.filter(({ file }) => file.endsWith('.js')).length >= 4,
    () => `${name}: only ${files.length} files; is it a build?`,
  )
  if (golden !== undefined) {
    const [is, should] = [comparable(manifest), golden].map((value) => JSON.stringify(value))
    tally.check('golden manifest', is === should, () => `${name}: ${firstDifference(comparable(manifest), golden)}`)
  }
  for (const fault of manifestFaults(manifest)) tally.check('manifest', false, () => `${name}: ${fault}`)
  tally.pass(1)
  const csp = cspOf(manifest)
  const expected = expectedCsp(build.connects)
  for (const directive of new Set([...Object.keys(expected), ...Object.keys(csp)])) {
    tally.check(
      'content security policy',
      csp[directive] === expected[directive],
      () => `${name}: ${directive} is "${csp[directive]}", design law 10 says "${expected[directive]}"`,
    )
  }
  const used = new Set<object>()
  for (const hit of scan(files)) tally.check(hit.name, isReviewed(hit, used), () => `${name}, ${hit.file}: …${hit.near}…`)
  for (const url of urlLiterals(files))
    tally.check('address', isKnown(url, build, used), () => `${name}, ${url.file}: ${url.origin} is in no reviewed list`)
  // Each file was looked through for each forbidden thing, and held none of it beyond the hits above.
  tally.pass(files.length * FORBIDDEN.length)
  return { files, used }
}

/** Whether somebody has read the place. Which review it was is noted in `used`. */
export function isReviewed(hit: Hit, used: Set<object>): boolean {
  const review = REVIEWED_PLACES.find(({ name, files, near }) => name === hit.name && files.test(hit.file) && near.test(hit.near))
  if (review) used.add(review)
  return review !== undefined
}

export function isKnown({ file, origin }: UrlLiteral, { hosts, connects }: Pick<Judged, 'hosts' | 'connects'>, used: Set<object>): boolean {
  if ([...hosts.map((pattern) => pattern.replace(/\/\*$/, '')), ...connects].includes(origin)) return true
  const review = REVIEWED_URLS.find((one) => one.files.test(file) && one.origin.test(origin))
  if (review) used.add(review)
  return review !== undefined
}

function firstDifference(is: unknown, should: unknown, at = 'manifest'): string {
  if (typeof is !== 'object' || typeof should !== 'object' || is === null || should === null)
    return `${at}: is ${JSON.stringify(is)}, golden ${JSON.stringify(should)}`
  const [a, b] = [is as Record<string, unknown>, should as Record<string, unknown>]
  const key = [...new Set([...Object.keys(a), ...Object.keys(b)])].find((one) => JSON.stringify(a[one]) !== JSON.stringify(b[one]))
  return key === undefined ? at : firstDifference(a[key], b[key], `${at}.${key}`)
}
