import { spawnSync } from 'node:child_process'

/** One command of a longer run. */
export interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** Depends on timing: gets a second try, and the output says so. */
  readonly timed?: boolean
}

/**
 * Runs the steps in order, all of them even when one fails, so that one run shows everything that is wrong.
 * Ends the process with 1 when any failed; the last line is the count that CI reads.
 */
export function runSteps(steps: readonly Step[]): never {
  const failed: string[] = []
  for (const { name, command, timed } of steps) {
    const started = Date.now()
    console.log(`\n── ${name}`)
    const [program = 'node', ...args] = command
    let { status } = spawnSync(program, args, { stdio: 'inherit' })
    if (status !== 0 && timed) {
      console.log(`── ${name}: failed once, tried again`)
      status = spawnSync(program, args, { stdio: 'inherit' }).status
    }
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
    if (status !== 0) failed.push(name)
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
  console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`)
  process.exit(failed.length === 0 ? 0 : 1)
}
