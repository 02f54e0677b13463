import type { LogEntry } from '#utils/disclosure/review/decision-log.ts'
import { OUTCOME_TEXT, type ListedDocument } from '#utils/disclosure/review/document-list.ts'
import { isReasonCode, REASONS } from '#utils/disclosure/review/reasons.ts'
import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import type { CategoryId } from '#utils/disclosure/model/finding.ts'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import { ACTS, DECISIONS } from './words.ts'

export interface PrintSheetProps {
  readonly heading: string
  readonly list: readonly ListedDocument[]
  readonly log: readonly LogEntry[]
}

/** The list of documents and the log of decisions, for the case. Neither says what was held back. */
export function PrintSheet({ heading, list, log }: PrintSheetProps) {
  return (
    <div className="sh-print">
      <h1>Aktliste</h1>
      <p>{heading}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Akt</th>
            <th scope="col">Titel</th>
            <th scope="col">Sider</th>
            <th scope="col">Udfald</th>
            <th scope="col">Paragraf</th>
          </tr>
        </thead>
        <tbody>
          {list.map(({ number, title, pages, outcome, paragraphs }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>{title}</td>
              <td>{formatNumber(pages)}</td>
              <td>{OUTCOME_TEXT[outcome]}</td>
              <td>{paragraphs.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h1>Beslutningslog</h1>
      <ol>
        {log.map((entry) => (
          <li key={entry.number}>
            {lineOf(entry)}
            <br />
            <small>{entry.hash}</small>
          </li>
        ))}
      </ol>
    </div>
  )
}

function lineOf({ at, act, kind, paragraph, reason, by, categories, places }: LogEntry): string {
  const what = kind === null || kind === 'seen' || kind === 'left-out' ? [] : [DECISIONS[kind].name]
  const counts = Object.entries(categories).map(([id, count]) => `${CATEGORIES[id as CategoryId].label}: ${count}`)
  const where = places.map(({ document, page }) => `akt ${document}${page === null ? '' : `, side ${page}`}`)
  const facts = [
    new Date(at).toLocaleString('da-DK', { timeZone: 'Europe/Copenhagen' }),
    ACTS[act],
    ...what,
    paragraph ?? '',
    reason !== null && isReasonCode(reason) ? REASONS[reason] : '',
    by === 'second-reader' ? '2. læser' : '',
    ...counts,
    where.length > PLACES ? plural(where.length, 'sted', 'steder') : where.join('; '),
  ]
  return facts.filter((fact) => fact !== '').join(' · ')
}

const PLACES = 12
