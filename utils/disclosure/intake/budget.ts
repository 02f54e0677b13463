import { LIMITS } from './limits.ts'
import { IntakeRefusal } from './intake.ts'

/** Counts what is really unpacked from one given file, whatever the file says of itself. */
export class Budget {
  #bytes = 0
  #entries = 0

  /** Throws once more has been unpacked than a bundle may hold. */
  spend(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > LIMITS.bundleBytes) throw new IntakeRefusal('bomb')
  }

  entry(): void {
    this.#entries += 1
    if (this.#entries > LIMITS.entries) throw new IntakeRefusal('too-many')
  }
}
