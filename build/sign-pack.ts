/**
 * Signs a rule pack, away from the network: `npm run sign-pack -- --help`. What was signed is verified as the extension
 * does it before it is written.
 */
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { signerFromPem } from '#proxy/guidance/signing-key.ts'
import type { Signer } from '#utils/guidance/signed/envelope.ts'
import { REFUSALS } from '#utils/guidance/signed/refusal.ts'
import { toInstant } from '#utils/guidance/signed/instant.ts'
import { verifyPack } from '#utils/guidance/signed/verify-pack.ts'
import { requireRulePack, RULES_FOLDER } from './rule-pack.ts'
import { signPack, type PackTerms } from './pack-terms.ts'

const DAY_MS = 86_400_000
const USUAL_DAYS = '180'

const HELP = `npm run sign-pack -- --new-key FIL
  Laver en ny privat nøgle (kun læsbar for dig) og skriver den offentlige.

npm run sign-pack -- --key FIL --serial N --out FIL.signed.json
    [--rules MAPPE | --pack FIL.json]   standard: packs/rules
    [--kind rule-pack|local-rules]      standard: rule-pack (udgiverens nøgle); local-rules: kommunens
    [--municipality NNN]                kun til den kommune; kræves til local-rules
    [--valid-from 2026-12-01T00:00:00Z] standard: nu
    [--days N]                          gyldig så mange dage; standard ${USUAL_DAYS}
    [--min-app X.Y.Z]                   standard: versionen i package.json
  Underskriver en pakke. Løbenummeret skal være højere end den forrige pakkes.

npm run sign-pack -- --check FIL.signed.json --public-key NØGLE [--kind …] [--municipality NNN]
  Efterprøver en underskrevet pakke.`

const { values } = parseArgs({
  args: withKey(process.argv.slice(2)),
  options: {
    help: { type: 'boolean', default: false },
    'new-key': { type: 'string' },
    check: { type: 'string' },
    'public-key': { type: 'string', default: '' },
    key: { type: 'string' },
    serial: { type: 'string' },
    out: { type: 'string' },
    rules: { type: 'string', default: RULES_FOLDER },
    pack: { type: 'string' },
    kind: { type: 'string', default: 'rule-pack' },
    municipality: { type: 'string' },
    'valid-from': { type: 'string' },
    days: { type: 'string', default: USUAL_DAYS },
    'min-app': { type: 'string' },
  },
})

/** A public key may begin with a dash, and is no option for that: base64url has the sign. */
function withKey(args: readonly string[]): string[] {
  const at = args.indexOf('--public-key')
  const key = args[at + 1]
  return at < 0 || key === undefined ? [...args] : [...args.slice(0, at), `--public-key=${key}`, ...args.slice(at + 2)]
}

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

function kindOf(text: string): 'rule-pack' | 'local-rules' {
  return text === 'rule-pack' || text === 'local-rules' ? text : refuse(`--kind kender ikke "${text}"`)
}

function wholeNumber(text: string | undefined, name: string): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : refuse(`--${name} skal være et helt tal fra 1`)
}

function newKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
  console.log(`Den private nøgle ligger i ${file}. Den offentlige nøgle er:\n${signerFromPem(pem).key}`)
}

async function check(text: string, publicKey: string, now: number) {
  const expected = { kind: kindOf(values.kind), keys: [publicKey] as const, tenant: values.municipality ?? null }
  return verifyPack(text, { ...expected, appVersion: null, now, newest: {} })
}

async function checkFile(file: string): Promise<void> {
  const verdict = await check(readFileSync(file, 'utf8'), values['public-key'], Date.now())
  if (!verdict.ok) refuse(`${verdict.code}: ${REFUSALS[verdict.code]}`)
  const { pack, serial, validFrom, expires } = verdict.verified
  console.log(
    `${pack.title} (${pack.id} ${pack.version}), løbenummer ${serial}, ${pack.rules.length} regler, gælder ${validFrom} til ${expires}`,
  )
}

function termsFromArguments(): PackTerms {
  const start = values['valid-from'] ?? toInstant(Date.now())
  const appVersion = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version
  return {
    kind: kindOf(values.kind),
    serial: wholeNumber(values.serial, 'serial'),
    tenant: values.municipality ?? null,
    validFrom: start,
    expires: toInstant(Date.parse(start) + wholeNumber(values.days, 'days') * DAY_MS),
    minAppVersion: values['min-app'] ?? appVersion,
  }
}

async function sign(signer: Signer, out: string): Promise<void> {
  const pack: unknown = values.pack === undefined ? requireRulePack(values.rules) : JSON.parse(readFileSync(values.pack, 'utf8'))
  const terms = termsFromArguments()
  const text = signPack(pack, terms, signer)
  const verdict = await check(text, signer.key, Date.parse(terms.validFrom))
  if (!verdict.ok) refuse(`Pakken er ikke skrevet. ${verdict.code}: ${REFUSALS[verdict.code]}`)
  writeFileSync(out, text)
  const { pack: signed } = verdict.verified
  console.log(
    `${out}: ${signed.title}, ${signed.rules.length} regler, løbenummer ${terms.serial}, gælder til ${terms.expires}, nøgle ${signer.key}`,
  )
}

const { key, out, check: toCheck, 'new-key': keyFile } = values
if (keyFile !== undefined) newKey(keyFile)
else if (toCheck !== undefined) await checkFile(toCheck)
else if (key !== undefined && out !== undefined) await sign(signerFromPem(readFileSync(key, 'utf8')), out)
else {
  console.log(HELP)
  process.exitCode = values.help ? 0 : 2
}
