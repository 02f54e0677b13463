import type { CitationAnswer } from '#proxy/contract/knowledge.ts'
import type { Knowledge } from '#proxy/knowledge/knowledge.ts'
import type { Store } from '#proxy/store/store.ts'
import { Random } from '../support/random.ts'
import type { InventedAct } from './invented-act.ts'
import { inventLibrary } from './invent-library.ts'
import { judge, type Cite, type Failure } from './judge.ts'
import { loadLibrary } from './load-library.ts'

export interface Fault {
  readonly name: string
  /** How it must show. */
  readonly shows: Failure['what']
  readonly cite?: (real: Knowledge, library: readonly InventedAct[]) => Cite
  readonly tamper?: (xml: string) => string
}

const ACTS = 10
/** Drawn in batches until the fault shows, so that one that is seldom met gets its chance. */
const BATCH = 100
const MOST_BATCHES = 40

const changed = (real: Knowledge, change: (answer: CitationAnswer) => CitationAnswer): Cite => {
  return async (ask) => {
    const answer = await real.cite(ask)
    return { ...answer, citations: answer.citations.map(change) }
  }
}
const respelt = (real: Knowledge, change: (text: string) => string): Cite => {
  return ({ text, ...rest }) => real.cite({ ...rest, text: change(text) })
}

/** One of each kind of mistake that a look-up of law can make. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'an invented place gets the nearest that exists',
    shows: 'invented resolved',
    cite: (real) => respelt(real, (text) => text.replace(/,\s*\d+\. pkt\.|,\s*litra k|,\s*(?:stk|nr)\.\s*\d+(?!.*(?:stk|nr|litra))/u, '')),
  },
  {
    name: 'an invented title passes for the known one it begins with',
    shows: 'invented resolved',
    cite: (real) => respelt(real, (text) => text.replace(/ (?:til søs|for selvstændige|på øerne|i skoven|og tilsyn|ved kysten)/u, '')),
  },
  {
    name: 'the number of a document is not looked at',
    shows: 'invented resolved',
    cite: (real) =>
      respelt(real, (text) => text.replace(/, jf\. (?:LBK|BEK|LOV|lov|bekendtgørelse|lovbekendtgørelse)[^,]*?\d{4}(?=,)/u, '')),
  },
  {
    name: 'commencement of older acts counts as the act itself',
    shows: 'invented resolved',
    tamper: (xml) => xml.replaceAll('IkraftCentreretParagraf', 'Paragraf').replaceAll(/<\/?Ikraft(?:Tekst)?>/g, ''),
  },
  {
    name: 'new wording for another act counts as the act itself',
    shows: 'invented resolved',
    tamper: (xml) =>
      xml
        .replaceAll(/<AendringsNummer.*?<AendringNyTekst>/gsu, '')
        .replaceAll(/<\/AendringNyTekst>\s*<\/AendringsNummer>/g, '')
        .replaceAll('»', '')
        .replaceAll(/<\/?AendringCentreretParagraf[^>]*>/g, ''),
  },
  {
    name: 'the letter of an inserted paragraph is lost',
    shows: 'wrong passage',
    cite: (real) => respelt(real, (text) => text.replace(/((?:§|paragraf)\s?\d+)\s?[a-j](?=[\s,.)]|$)/iu, '$1')),
  },
  {
    name: 'the place before is shown',
    shows: 'wrong passage',
    cite: (real) =>
      changed(real, (answer) => ({ ...answer, passages: answer.passages.map((passage) => ({ ...passage, text: 'mk0q0z' })) })),
  },
  {
    name: 'a row shows only its first',
    shows: 'wrong passage',
    cite: (real) => changed(real, (answer) => ({ ...answer, passages: answer.passages.slice(0, 1) })),
  },
  {
    name: 'the newest text is shown for an older one',
    shows: 'wrong passage',
    cite: (real, library) => respelt(real, (text) => newerNumber(text, library)),
  },
  {
    name: 'what exists is not found',
    shows: 'lost',
    cite: (real) => changed(real, (answer) => ({ ...answer, status: 'not-found', passages: [] })),
  },
]

/** An older text's number, date left out, becomes that of the text that took its place. */
function newerNumber(text: string, library: readonly InventedAct[]): string {
  let changedText = text
  for (const old of library.filter(({ superseded }) => superseded)) {
    const newer = library.find(({ name, superseded }) => name === old.name && !superseded)
    const year = old.date.slice(0, 4)
    if (newer)
      changedText = changedText.replace(
        new RegExp(`(?:LBK|lovbekendtgørelse)(?: nr\\.?)? ${old.number}(?: af .*?|/)${year}`, 'u'),
        `LBK ${newer.number}/${newer.date.slice(0, 4)}`,
      )
  }
  return changedText
}

interface Ground {
  readonly seed: number
  readonly open: () => Promise<Store>
}

/** The first failure that gives the fault away; `null`: it would have gone through. */
export async function foundBy({ shows, cite, tamper }: Fault, { seed, open }: Ground): Promise<Failure | null> {
  const library = inventLibrary(seed + 77, ACTS)
  const real = await loadLibrary(await open(), library, tamper)
  const spoilt: Cite = cite?.(real, library) ?? ((ask) => real.cite(ask))
  const random = new Random(seed + 78)
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const { failures } = await judge(spoilt, library, { random, count: BATCH })
    const shown = failures.find(({ what }) => what === shows)
    if (shown) return shown
  }
  return null
}
