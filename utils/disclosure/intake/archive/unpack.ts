import type { Entry, FileEntry } from '@zip.js/zip.js/index-native.js'
import type { Budget } from '../budget.ts'
import { IntakeRefusal } from '../intake.ts'
import { LIMITS } from '../limits.ts'

const FIRST_ROOM = 64 * 1024

/** Unpacks a member and counts while it does: what the archive says of its sizes is a claim. */
export async function unpack(entry: FileEntry, budget: Budget, most: number = LIMITS.memberBytes): Promise<Uint8Array> {
  refuseByClaim(entry, most)
  const store = new Store(entry, budget, most)
  try {
    await entry.getData(new WritableStream<Uint8Array>({ write: (chunk) => store.add(chunk) }), {
      checkCrc32: true,
      checkOverlappingEntry: true,
      useWebWorkers: false,
    })
  } catch (error) {
    throw store.refusal ?? (error instanceof IntakeRefusal ? error : new IntakeRefusal('corrupt'))
  }
  return store.bytes()
}

export function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory
}

function refuseByClaim({ encrypted, uncompressedSize, compressedSize }: FileEntry, most: number): void {
  if (encrypted) throw new IntakeRefusal('password')
  if (isBomb(uncompressedSize, compressedSize)) throw new IntakeRefusal('bomb')
  if (uncompressedSize > most) throw new IntakeRefusal('too-large')
}

function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > LIMITS.ratioFrom && unpacked > packed * LIMITS.ratio
}

/** What has been unpacked so far, in one piece that grows. */
class Store {
  refusal: IntakeRefusal | null = null
  readonly #entry: FileEntry
  readonly #budget: Budget
  readonly #most: number
  #room: Uint8Array
  #length = 0

  constructor(entry: FileEntry, budget: Budget, most: number) {
    this.#entry = entry
    this.#budget = budget
    this.#most = most
    this.#room = new Uint8Array(Math.min(Math.max(entry.uncompressedSize, FIRST_ROOM), most))
  }

  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.length
    try {
      this.#budget.spend(chunk.length)
      if (isBomb(length, this.#entry.compressedSize)) throw new IntakeRefusal('bomb')
      if (length > this.#most) throw new IntakeRefusal('too-large')
    } catch (error) {
      if (error instanceof IntakeRefusal) this.refusal = error
      throw error
    }
    if (length > this.#room.length) this.#grow(length)
    this.#room.set(chunk, this.#length)
    this.#length = length
  }

  bytes(): Uint8Array {
    return this.#length === this.#room.length ? this.#room : this.#room.slice(0, this.#length)
  }

  #grow(least: number): void {
    const room = new Uint8Array(Math.min(this.#most, Math.max(least, this.#room.length * 2)))
    room.set(this.#room)
    this.#room = room
  }
}
