import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { loadCustomer } from '#build/customer.ts'
import type { Customer } from '../../../customer/customer.ts'
import { type Proof, UnreadableData } from '../claim.ts'
import { buildVariant } from '../support/build-variant.ts'
import { type PlantedFault, requireFound } from '../support/planted.ts'
import { Tally } from '../support/tally.ts'
import { ADVICE_TO_IT } from './advice.ts'
import { FORBIDDEN, scan } from './forbidden.ts'
import { isKnown, isReviewed, judgeBuild, manifestOf, type Judged } from './judge-build.ts'
import { comparable, cspOf, expectedCsp, MANIFEST_FAULTS, manifestFaults } from './manifest-faults.ts'
import { REVIEWED_PLACES, REVIEWED_URLS } from './reviewed.ts'
import { refusedAtRunTime } from './run-time.ts'
import { urlLiterals } from './urls.ts'

const SHIPPED = '.output/chrome-mv3'

/**
 * `perms`: the built extension asks for no more than it was decided that it may, for us and for a customer, in both
 * browsers, and its code holds nothing that could go beyond it. `--data FOLDER` judges another build (without golden file).
 */
export const prove: Proof = async ({ data, log }) => {
  const tally = new Tally(log)
  const remove: (() => void)[] = []
  try {
    const builds = data === null ? await ownBuilds(remove) : [foreignBuild(data)]
    const used = new Set<object>()
    for (const build of builds) for (const review of judgeBuild(build, tally).used) used.add(review)
    if (data === null)
      for (const review of [...REVIEWED_PLACES, ...REVIEWED_URLS])
        tally.check('stale review', used.has(review), () => `nothing in any build matches the review "${review.why}"`)
    const [first] = builds
    if (first) requireFound(tally, [...plantedIn(first), ...(await runTime(first.folder, data === null, tally))], log)
    for (const line of ['', ...ADVICE_TO_IT, '']) log(line)
    return tally.result(
      `${builds.length} builds, ${REVIEWED_PLACES.length + REVIEWED_URLS.length} reviewed places, ${FORBIDDEN.length} forbidden things`,
    )
  } finally {
    for (const one of remove) one()
  }
}

/** Ours for the stand-in and for a customer, for both browsers, built now; and what lies in the build folder. */
async function ownBuilds(remove: (() => void)[]): Promise<Judged[]> {
  const golden = JSON.parse(readFileSync(path.join(import.meta.dirname, 'manifest.golden.json'), 'utf8')) as Record<string, unknown>
  const own = loadCustomer('stand-in')
  const builds: Judged[] = []
  for (const [who, customer] of [
    ['stand-in', own],
    ['customer', loadCustomer(path.join(import.meta.dirname, 'example-customer.json'))],
  ] as const) {
    for (const browser of ['chrome', 'firefox'] as const) {
      const built = await buildVariant({ browser, customer })
      remove.push(built.remove)
      builds.push({
        name: `${who}, ${browser}`,
        folder: built.folder,
        connects: connectsOf(customer),
        hosts: customer.fasitHosts,
        golden: golden[`${who}-${browser}`],
      })
    }
  }
  const shipped = { name: SHIPPED, folder: SHIPPED, connects: connectsOf(own), hosts: own.fasitHosts, golden: golden['stand-in-chrome'] }
  return existsSync(`${SHIPPED}/manifest.json`) ? [...builds, shipped] : builds
}

/** Where a customer's pages may connect to: each once. */
function connectsOf({ proxyOrigin, signIn }: Customer): readonly string[] {
  return [...new Set([proxyOrigin, signIn && new URL(signIn.issuer).origin].filter((origin) => origin !== null))]
}

/** Every detector must see its own fault, and no review may excuse it. */
function plantedIn(build: Judged): readonly PlantedFault[] {
  const manifest = manifestOf(build.folder)
  return [
    ...FORBIDDEN.flatMap(({ name, planted }) =>
      planted.map((line) => {
        const file = 'content-scripts/case-page.js'
        const hits = scan([{ file, text: `var a=1;${line};var b=2` }]).filter((hit) => hit.name === name)
        return { kind: `${name}: ${line}`, found: hits.some((hit) => !isReviewed(hit, new Set())) }
      }),
    ),
    ...MANIFEST_FAULTS.map(({ name, planted }) => ({
      kind: `manifest: ${name}`,
      found: manifestFaults(planted(manifest)).some((fault) => fault.startsWith(name)),
    })),
    ...['https://tracker.example/x', 'wss://live.example', '//cdn.example/a.js', 'http://10.0.0.1:8080/x'].map((address) => ({
      kind: `address ${address}`,
      found: urlLiterals([{ file: 'background.js', text: `fetch("${address}")` }]).some((url) => !isKnown(url, build, new Set())),
    })),
    {
      kind: 'a wider policy',
      found:
        cspOf({ content_security_policy: { extension_pages: `connect-src 'self' https:` } })['connect-src'] !==
        expectedCsp(build.connects)['connect-src'],
    },
    {
      kind: 'a changed manifest',
      found: JSON.stringify(comparable({ ...manifest, permissions: ['storage', 'tabs'] })) !== JSON.stringify(comparable(manifest)),
    },
  ]
}

async function runTime(folder: string, chromium: boolean, tally: Tally): Promise<readonly PlantedFault[]> {
  if (!chromium) return []
  const honest = await refusedAtRunTime(folder, false)
  tally.pass(honest.pages)
  for (const { where, what } of honest.findings) tally.check('refused at run time', false, () => `${where}: ${what}`)
  const faulty = await refusedAtRunTime(folder, true)
  return [{ kind: 'code from text at run time', found: faulty.findings.length > 0 }]
}

function foreignBuild(folder: string): Judged {
  if (!existsSync(path.join(folder, 'manifest.json'))) throw new UnreadableData(`${folder} is not an unpacked extension`)
  const manifest = manifestOf(folder)
  const connects = (cspOf(manifest)['connect-src'] ?? '').split(' ').filter((source) => source.startsWith('http'))
  const hosts = Array.isArray(manifest['host_permissions']) ? (manifest['host_permissions'] as string[]) : []
  return { name: folder, folder, hosts, connects }
}
