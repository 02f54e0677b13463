/**
 * `npm test`: everything that must hold before a change lands, on a clean checkout, in minutes. Proofs run with small
 * amounts here; `npm run prove -- CLAIM` runs one in full.
 */
import { existsSync } from 'node:fs'
import { findBrowser } from './find-browser.ts'
import { type Step, runSteps } from './steps.ts'

/** Amounts that show a break within seconds; the full ones are each proof's default. */
const QUICK_PROOFS: Readonly<Record<string, string>> = {
  'advice-right': '2',
  complete: '3',
  deadlines: '4000',
  'foreign-cpr': '600',
  'law-time': '200',
  'reads-right': '1',
  'tampered-pack': '600',
  disk: '12',
  misfiled: '200',
  names: '100',
  redos: '8',
  messages: '300',
  naughty: '10',
  'overlay-leak': '3',
  pdf: '8',
  perms: '1',
  redress: '2',
  switch: '700',
  'switch-preview': '3',
  'pack-faults': '1',
  'touched-rules': '12',
  'touches-nothing': '3',
  'why-not': '60',
  xss: '10',
}

/** The same for the proxy, each against real servers and stores. */
const QUICK_PROXY_PROOFS: Readonly<Record<string, string>> = {
  'citations-exist': '80',
  'eu-only': '20',
  'honest-streams': '80',
  'switches-survive': '2',
  audit: '300',
  auth: '20',
  forgets: '60',
  http: '40',
  limits: '4000',
  restart: '2',
  routes: '20',
  slow: '20',
  ssrf: '120',
  wire: '1',
}

function quickProof([claim, n]: [string, string]): Step {
  return { name: `prove ${claim}`, command: ['node', 'tests/proofs/run.ts', claim, '--seed', '5', '--n', n], timed: true }
}

if (findBrowser() === null) {
  console.error('No Chromium found, and half of the tests run in one. `npm run setup` installs it.')
  process.exit(1)
}

runSteps([
  { name: 'check', command: ['node', 'build/check.ts'] },
  { name: 'unit tests', command: ['vitest', 'run', '--project', 'unit'] },
  { name: 'proxy tests', command: ['vitest', 'run', '--project', 'proxy'] },
  { name: 'build for Chromium', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  { name: 'browser tests', command: ['playwright', 'test'] },
  ...Object.entries({ ...QUICK_PROOFS, ...QUICK_PROXY_PROOFS })
    .filter(([claim]) => existsSync(`tests/proofs/${claim}/prove.ts`))
    .map(quickProof),
])
