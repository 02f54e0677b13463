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
  'law-time': '500',
  'reads-right': '1',
  switch: '700',
  'touches-nothing': '4',
  disk: '20',
  messages: '300',
  naughty: '20',
  'overlay-leak': '5',
  perms: '1',
  xss: '20',
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
  ...Object.entries(QUICK_PROOFS)
    .filter(([claim]) => existsSync(`tests/proofs/${claim}/prove.ts`))
    .map(quickProof),
])
