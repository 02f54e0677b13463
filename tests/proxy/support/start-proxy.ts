import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { proxyConfig } from '#proxy/config/proxy-config.ts'

export type RawConfig = Partial<z.input<typeof proxyConfig>>

export interface ProxyProcessOptions {
  /** Needs `auth` unless the development issuer is wanted; the port is 0 unless it says another. */
  readonly config: RawConfig
  readonly env?: Readonly<Record<string, string>>
  readonly nodeArgs?: readonly string[]
  readonly cwd?: string
  readonly uid?: number
  /** Without it the proxy is started as a municipality's is: no upstream on this machine. */
  readonly isDevelopment?: boolean
  readonly mostMs?: number
}

/** A proxy in a process of its own, as an operator starts it. */
export interface ProxyProcess {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Everything it wrote so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves with the exit code (`null`: killed) when the process has ended. */
  readonly exited: Promise<number | null>
  signal(name: NodeJS.Signals): void
  /** Ends it and cleans up; harmless when it has ended already. */
  close(): Promise<void>
}

const MAIN = new URL('../../../proxy/main.ts', import.meta.url).pathname

/** Starts the proxy and waits until it listens. @throws Error with what it wrote when it ends instead */
export async function startProxy(options: ProxyProcessOptions): Promise<ProxyProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'sagshjaelp-proxy-'))
  const child = launch(folder, options)
  const out = { stdout: '', stderr: '' }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const listening = new Promise<number>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out.stdout += text
      const started = /"event":"started","port":(\d+)/.exec(out.stdout)
      if (started) resolve(Number(started[1]))
    })
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), options.mostMs ?? 30_000)
  const port = await Promise.race([listening, exited.then(() => null)])
  clearTimeout(timer)
  if (port === null) {
    remove()
    throw new Error(`The proxy did not start: ${out.stderr}${out.stdout}`)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    stdout: () => out.stdout,
    stderr: () => out.stderr,
    exited,
    signal: (name) => void child.kill(name),
    async close() {
      child.kill('SIGKILL')
      await exited
      remove()
    },
  }
}

function launch(folder: string, options: ProxyProcessOptions): ChildProcess {
  const { config, env = {}, nodeArgs = [], isDevelopment = true } = options
  // Another user may be the one who reads it.
  chmodSync(folder, 0o755)
  const file = join(folder, 'proxy.json')
  writeFileSync(file, JSON.stringify({ ...config, server: { port: 0, ...config.server } }), { mode: 0o644 })
  const args = [...nodeArgs, MAIN, '--config', file, ...(isDevelopment ? ['--dev', '--issuer-port', '0'] : [])]
  return spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  })
}
