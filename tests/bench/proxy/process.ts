import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A server of the bench, in a process of its own. */
export interface Running {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

/** Starts a server that prints `listening PORT` once it listens. */
export async function startProcess(file: string, args: readonly string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [new URL(file, import.meta.url).pathname, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /listening (\d+)/.exec(text)
      if (found) resolve(Number(found[1]))
    })
    void ended.then(() => reject(new Error(`${file} ended before it listened`)))
  })
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Memory of a process in megabytes: the most it ever had. */
export function peakMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
}
