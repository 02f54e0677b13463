import type { Log } from '../observe/log.ts'
import { whereOf } from '../observe/where.ts'

/** Variables that make Node or a library print what passes through it. */
const TALKATIVE = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE']
/** A core, a heap or a report written on a crash holds what was in memory. */
const TALKATIVE_OPTIONS = /--(?:inspect|report-|heapsnapshot|heap-prof|cpu-prof|abort-on-uncaught|trace-event)/

/** Why the proxy will not start in this process, in Danish; `null` when it will. */
export function whyNotHere(env: Readonly<Record<string, string | undefined>>, execArgv: readonly string[]): string | null {
  const variable = TALKATIVE.find((name) => (env[name] ?? '') !== '')
  if (variable !== undefined) return `Variablen ${variable} får Node til at skrive trafik i loggen. Fjern den.`
  const options = `${execArgv.join(' ')} ${env['NODE_OPTIONS'] ?? ''}`
  return TALKATIVE_OPTIONS.test(options)
    ? 'Node er startet med et flag, der kan skrive hukommelsen til disk eller åbne den udefra. Fjern det.'
    : null
}

/** An error nobody caught ends the process: its place is logged, its text is not, since that may hold anything. */
export function logCrashes(log: Log): void {
  const crash = (error: unknown) => {
    log({ event: 'crashed', where: whereOf(error) })
    process.exit(70)
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
}
