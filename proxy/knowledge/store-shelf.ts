import type { ActVersion, Outline, OutlineNode, Register, Shelf } from '../../utils/knowledge/register.ts'
import type { Queryable } from '../store/store.ts'

const MOST_OUTLINES = 48

type VersionRow = ActVersion & { readonly names: readonly string[] }

const VERSIONS = `SELECT id, work, kind, title, short, names, type, number, year, signed, eli, accession,
  valid_from AS "validFrom", valid_to AS "validTo" FROM knowledge_version ORDER BY work, valid_from, seq`
const OUTLINE = `SELECT id, unit, number, parent, repealed, sentences FROM knowledge_passage WHERE version = $1 ORDER BY place`

export interface StoreShelf extends Shelf {
  /** Counts up with every load. */
  serial(): Promise<number>
}

/** What is loaded, remembered until a load changes it. An outline never changes: a changed text has another id. */
export function createStoreShelf(store: Queryable): StoreShelf {
  const outlines = new Map<string, Promise<Outline>>()
  let known: { readonly serial: number; readonly register: Promise<Register> } | null = null

  const serial = async (): Promise<number> => {
    const [row] = await store.query<{ serial: string }>('SELECT serial FROM knowledge_state')
    return Number(row?.serial ?? 0)
  }

  const readRegister = async (): Promise<Register> => registerOf(await store.query<VersionRow>(VERSIONS))

  return {
    serial,
    async register() {
      const now = await serial()
      if (known?.serial !== now) known = { serial: now, register: forgetWhenFailed(readRegister(), () => (known = null)) }
      return known.register
    },
    outline(version) {
      const remembered = outlines.get(version)
      const outline = remembered ?? forgetWhenFailed(readOutline(store, version), () => outlines.delete(version))
      // The one used last stands last; the first to go is the one unused for longest.
      outlines.delete(version)
      outlines.set(version, outline)
      const [oldest] = outlines.keys()
      if (outlines.size > MOST_OUTLINES && oldest !== undefined) outlines.delete(oldest)
      return outline
    },
  }
}

function readOutline(store: Queryable, version: string): Promise<readonly OutlineNode[]> {
  return store.query<OutlineNode>(OUTLINE, [version])
}

async function forgetWhenFailed<T>(work: Promise<T>, forget: () => void): Promise<T> {
  try {
    return await work
  } catch (error) {
    forget()
    throw error
  }
}

function registerOf(rows: readonly VersionRow[]): Register {
  const names = new Map<string, string[]>()
  for (const { work, kind, names: own } of rows) {
    // A procedure can be called what it likes; only acts are cited by name.
    if (kind !== 'law') continue
    for (const name of own) {
      const works = names.get(name) ?? []
      if (!works.includes(work)) works.push(work)
      names.set(name, works)
    }
  }
  return { versions: rows, names }
}
