import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Customer } from '../../../customer/customer.ts'

export interface Variant {
  /** Replaces the customer that the build is for. */
  readonly customer?: Customer
  /** Replaces the rule pack: anything, as a hostile or careless publisher might put there. */
  readonly pack?: unknown
  readonly browser?: 'chrome' | 'firefox'
}

export interface BuiltVariant {
  /** The unpacked extension. */
  readonly folder: string
  remove(): void
}

/** Builds the product as it is shipped, but for another customer or with another rule pack, into a folder of its own. */
export async function buildVariant({ customer, pack, browser = 'chrome' }: Variant = {}): Promise<BuiltVariant> {
  const out = mkdtempSync(path.join(tmpdir(), 'sagshjaelp-variant-'))
  const fileOf = (name: string, value: unknown) => {
    if (value === undefined) return null
    const file = path.join(out, name)
    writeFileSync(file, JSON.stringify(value))
    return file
  }
  const customerFile = fileOf('customer.json', customer)
  const order = JSON.stringify({ out, browser, pack: fileOf('pack.json', pack) })
  const env = { ...process.env, CI: '1', ...(customerFile !== null && { SAGSHJAELP_CUSTOMER: customerFile }) }
  const remove = () => rmSync(out, { recursive: true, force: true })
  // In a process of its own: the bundler prints, keeps helpers alive, and reads its customer from the environment.
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'build-variant-process.ts'), order], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code === 0) return { folder: path.join(out, `${browser}-mv3`), remove }
  remove()
  throw new Error(`The extension does not build:\n${said.slice(-2000)}`)
}
