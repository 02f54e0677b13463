import type { HeatDocument, HeatOwner } from '#utils/disclosure/workbench/heat.ts'
import { formatNumber } from '#components/ui/format-da.ts'
import { OWNER_REASONS } from './owner-words.ts'

export interface HeatMapProps {
  readonly documents: readonly HeatDocument[]
  readonly current: { readonly document: string; readonly page: number | null } | null
  readonly onChoose: (document: string, page: number) => void
}

const OWNERS: Readonly<Record<HeatOwner, string>> = {
  citizen: 'Borgerens',
  'someone-else': 'En andens',
  both: 'Borgerens, en anden fylder',
  nobody: 'Siger det ikke',
  'not-screened': 'Ikke læst',
}

/** More than this is drawn as one row a document, coloured by its worst page. */
const CELLS = 1500

/** Whose each page is, as a picture: a foreign page in a long file stands out. */
export function HeatMap({ documents, current, onChoose }: HeatMapProps) {
  const pages = documents.flatMap((one) => one.pages)
  const count = (owner: HeatOwner) => pages.filter((page) => page.owner === owner).length
  const few = pages.length <= CELLS
  const shown = few
    ? documents
    : documents.map((one) => ({ ...one, pages: one.pages.filter(({ owner }) => owner !== 'citizen' && owner !== 'nobody') }))
  return (
    <section className="sh-heat" aria-label="Hvis er siderne?">
      <ul className="sh-heat-legend">
        {(Object.keys(OWNERS) as HeatOwner[]).map((owner) => (
          <li key={owner} data-owner={owner}>
            <i aria-hidden="true" /> {OWNERS[owner]} <b>{formatNumber(count(owner))}</b>
          </li>
        ))}
      </ul>
      {!few && <p data-ink="muted">Der er så mange sider, at kun dem, der ikke er borgerens, er tegnet.</p>}
      <div className="sh-heat-map">
        {shown.map(
          ({ document, name, pages: cells }) =>
            cells.length > 0 && (
              <div key={document} className="sh-heat-document" role="group" aria-label={name}>
                {cells.map((cell) => (
                  <button
                    key={cell.page}
                    type="button"
                    data-owner={cell.owner}
                    tabIndex={-1}
                    aria-current={(current?.document === document && current.page === cell.page) || undefined}
                    aria-label={`Side ${cell.page}: ${OWNERS[cell.owner]}`}
                    title={`${name}, side ${cell.page}: ${OWNERS[cell.owner]}${cell.reasons.map((reason) => `. ${OWNER_REASONS[reason]}`).join('')}`}
                    onClick={() => onChoose(document, cell.page)}
                  />
                ))}
              </div>
            ),
        )}
      </div>
    </section>
  )
}
