import type { Regime } from '../../model/decision.ts'
import { type ListedDocument, OUTCOME_TEXT } from '../../review/document-list.ts'
import { NOT_VERIFIED, REGIMES } from '../../review/regimes.ts'
import { type TextPainter, type WrittenText, writeText } from './write-text.ts'

export interface Cover {
  readonly regime: Regime
  readonly list: readonly ListedDocument[]
  /** The last hash of the decision log: whoever has the list can see whether the log is the one it was made with. */
  readonly logHead: string
  /** ISO day, given by the caller. */
  readonly today: string
}

/** The aktliste, on the front of what is handed out. `clean` takes out of a title what must not leave. */
export async function writeCover(cover: Cover, clean: (title: string) => string, painter: TextPainter | null): Promise<WrittenText> {
  const { title, basis } = REGIMES[cover.regime]
  const head = [
    `Aktliste`,
    `${title}, ${basis} (paragraffer: ${NOT_VERIFIED})`,
    `Lavet ${danishDay(cover.today)}`,
    `Beslutningslog: ${cover.logHead}`,
    '',
    '',
  ]
  return writeText([[...head, ...cover.list.map((line) => lineOf(line, clean))].join('\n')], painter)
}

function lineOf({ number, title, date, pages, outcome, paragraphs }: ListedDocument, clean: (title: string) => string): string {
  const facts = [
    date === null ? 'uden dato' : danishDay(date),
    pages === 1 ? '1 side' : `${pages} sider`,
    OUTCOME_TEXT[outcome],
    ...paragraphs,
  ]
  return `Akt ${number}. ${clean(title)}\n    ${facts.join(' · ')}\n`
}

function danishDay(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return `${day}-${month}-${year}`
}
