import { AppError } from '#utils/domain/app-error.ts'
import { ERRORS } from '#utils/domain/error-code.ts'

/** `npm run sagshjaelp -- COMMAND …`: the product's own modules on files, for IT, jurists and measurements. */
export interface CommandOutput {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

/** Gives the exit code. */
export type Command = (args: readonly string[], output: CommandOutput) => number | Promise<number>

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./read.ts')).read,
  guide: async () => (await import('./guide.ts')).guide,
  explain: async () => (await import('./explain.ts')).explain,
  pack: async () => (await import('./pack.ts')).pack,
  frist: async () => (await import('./deadline.ts')).deadline,
  cite: async () => (await import('./cite.ts')).cite,
  screen: async () => (await import('./screen.ts')).screen,
}

const output: CommandOutput = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
}

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) {
    output.err(`Brug: npm run sagshjaelp -- KOMMANDO …\nKommandoer: ${Object.keys(COMMANDS).join(', ')}`)
    return 2
  }
  const command = await load()
  return command(args, output)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof AppError) {
    const { what, means, action } = ERRORS[error.code]
    output.err(`${what} ${means} ${action} (${error.code})`)
  } else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) output.err(error.message)
  else output.err(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
}
