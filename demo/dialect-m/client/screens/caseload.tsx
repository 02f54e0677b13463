import { useState } from 'react'
import { createPortal } from 'react-dom'
import { shownEnum } from '#demo/labels.ts'
import type { PersonRow } from '#demo/server/api.ts'
import type { Steering } from '#demo/server/steering.ts'
import { TextField } from '../components/form.tsx'
import { Grid, type Column } from '../components/grid.tsx'
import { Icon } from '../components/icon.tsx'
import { Link } from '../components/link.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { AwaitedPages } from '../components/states.tsx'
import { cx } from '../cx.ts'
import { asUtc, shownDay } from '../dates.ts'
import { navigate, usePlace } from '../router.ts'
import { useSession } from '../session.ts'
import { usePages } from '../use-pages.ts'
import { useTitle } from '../use-title.ts'
import { shownCpr } from '../words.ts'

/** "Mine borgere": many citizens on one screen. Pointing at a row shows a preview of that citizen. */
export function Caseload() {
  useTitle('Mine borgere')
  const { steering } = useSession()
  const { query } = usePlace()
  const filter = query.get('filter') ?? ''
  const pages = usePages<PersonRow>(`/api/caseload?q=${encodeURIComponent(filter)}`)
  const [hovered, setHovered] = useState<{ person: PersonRow; y: number } | null>(null)
  const onFilter = (text: string) =>
    navigate(text === '' ? '/lister/mine-borgere' : `/lister/mine-borgere?filter=${encodeURIComponent(text)}`, { replace: true })
  return (
    <>
      <ScreenHead title="Mine borgere" lead="Klik på et navn for at åbne borgeren." />
      <div className={cx('bar')}>
        <TextField label="Filtrér" name="filter" value={filter} onChange={onFilter} />
      </div>
      <AwaitedPages of={pages} empty="Ingen borgere.">
        {(total) => (
          <Grid
            label="Mine borgere"
            noun="borger|borgere"
            windowed={steering.virtual}
            columns={columns(steering)}
            rows={pages.rows}
            total={total}
            rowId={({ guid }) => guid}
            onEnd={pages.loadMore}
            onHover={(person, y) => setHovered(person ? { person, y } : null)}
          />
        )}
      </AwaitedPages>
      {hovered && <RowPreview {...hovered} />}
    </>
  )
}

function columns(steering: Steering): readonly Column<PersonRow>[] {
  const day = (field: string, header: string, of: (row: PersonRow) => string | null): Column<PersonRow> => ({
    field,
    header,
    min: 150,
    cell: (row) => {
      const value = of(row)
      return value === null ? '' : shownDay(value, steering.dates)
    },
    utc: (row) => {
      const value = of(row)
      return value === null ? undefined : asUtc(value)
    },
  })
  return [
    {
      field: 'navn',
      header: 'Navn',
      min: 215,
      grow: 2,
      cell: (row) => (
        <Link to={`/borger/${row.guid}/overblik`} className={cx('titleButton')}>
          {row.name}
        </Link>
      ),
    },
    { field: 'cpr', header: 'CPR', min: 128, cell: (row) => shownCpr(row.cpr, steering.maskCpr) },
    { field: 'alder', header: 'Alder', min: 70, cell: (row) => row.age ?? '' },
    {
      field: 'maalgruppe',
      header: 'Målgruppe',
      min: 232,
      grow: 1,
      cell: (row) => (row.targetGroup === null ? '' : shownEnum('case.targetGroup', row.targetGroup)),
    },
    day('primaerSagStart', 'Primær sag start', (row) => row.caseStart),
    day('senesteSamtale', 'Seneste samtale', (row) => row.lastMeeting?.slice(0, 10) ?? null),
    day('naesteFrist', 'Næste frist', (row) => row.nextDeadline),
    { field: 'tilbud', header: 'Tilbud', min: 76, cell: (row) => row.offers },
    { field: 'obs', header: 'OBS', min: 64, cell: (row) => (row.obs ? <Icon name="triangle-exclamation" size={16} /> : '') },
    { field: 'ansvarlig', header: 'Ansvarlig', min: 150, grow: 1, cell: (row) => row.caseworker ?? '' },
    { field: 'team', header: 'Team', min: 110, cell: (row) => row.team ?? '' },
  ]
}

function RowPreview({ person, y }: { person: PersonRow; y: number }) {
  const { steering } = useSession()
  return createPortal(
    <div role="tooltip" className={cx('MuiPopper-root', 'preview')} style={{ right: 32, top: Math.min(y + 12, window.innerHeight - 130) }}>
      <strong className={cx('strong')}>{`${person.name} (${shownCpr(person.cpr, steering.maskCpr)})`}</strong>
      <p>{[person.caseType, person.team].filter(Boolean).join(' · ')}</p>
      <p>{person.nextDeadline ? `Næste frist: ${shownDay(person.nextDeadline, steering.dates)}` : 'Ingen frist'}</p>
    </div>,
    document.body,
  )
}
