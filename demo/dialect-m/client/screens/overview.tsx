import { groupLabel } from '#demo/labels.ts'
import type { ListPart } from '#demo/server/api.ts'
import type { Cells } from '../columns.tsx'
import { Accordion } from '../components/accordion.tsx'
import { GroupGrid, useList } from '../components/group-grid.tsx'
import { Link } from '../components/link.tsx'
import { PartPanel, usePart } from '../components/part-panel.tsx'
import { ScreenHead } from '../components/screen-head.tsx'
import { Awaited, Empty } from '../components/states.tsx'
import { StatusDot } from '../components/status.tsx'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { useResource } from '../use-resource.ts'
import { Markings } from './markings.tsx'
import { dueCell } from './tasks.tsx'

/** Borgeroverblik: panels that hold nothing until they are opened, each with a request of its own. */
export function Overview({ guid }: { guid: string }) {
  const { steering } = useSession()
  const title = steering.preview ? 'Overblik' : 'Borgeroverblik'
  return (
    <div className={cx('stack')}>
      <ScreenHead title={title} lead="Fold et panel ud for at hente dets oplysninger." />
      <Accordion title="Kommunens markeringer">{() => <Markings guid={guid} />}</Accordion>
      <Accordion title="Persongruppemarkeringer">{() => <PersonGroups guid={guid} />}</Accordion>
      <Accordion title="Aktuel sag">{() => <CurrentCase guid={guid} />}</Accordion>
      <Accordion title={groupLabel('contact', steering.labels)}>{() => <Contact guid={guid} />}</Accordion>
      <Accordion title="Igangværende tilbud">{() => <Offers guid={guid} />}</Accordion>
      <Accordion title="Seneste journalnotater (5)">{() => <LatestNotes guid={guid} />}</Accordion>
      <Accordion title={groupLabel('task', steering.labels)}>{() => <Tasks guid={guid} />}</Accordion>
      <Accordion title="Forsørgelse">{() => <Support guid={guid} />}</Accordion>
    </div>
  )
}

function PersonGroups({ guid }: { guid: string }) {
  const list = useList(guid, 'personGroup')
  return (
    <GroupGrid
      list={list}
      label="Persongruppemarkeringer"
      noun="markering|markeringer"
      empty="Ingen persongruppemarkeringer."
      keys={['personGroup.name', 'personGroup.startDate', 'personGroup.endDate']}
    />
  )
}

function CurrentCase({ guid }: { guid: string }) {
  return (
    <PartPanel
      part={usePart(guid, 'case')}
      look="outlined"
      keys={['case.type', 'case.targetGroup', 'case.benefit', 'case.start', 'case.end']}
    />
  )
}

function Contact({ guid }: { guid: string }) {
  return (
    <>
      <PartPanel
        part={usePart(guid, 'contact')}
        look="pairs"
        empty="Intet kontaktforløb."
        keys={['contact.nextMeeting', 'contact.nextDeadline', 'contact.heldCount']}
      />
      <p className={cx('lead')}>
        <Link to={`/borger/${guid}/kontaktforloeb`}>Gå til kontaktforløb</Link>
      </p>
    </>
  )
}

function Offers({ guid }: { guid: string }) {
  const list = useList(guid, 'offer')
  return (
    <GroupGrid
      list={list}
      label="Igangværende tilbud"
      noun="tilbud|tilbud"
      empty="Ingen igangværende tilbud."
      keys={['offer.type', 'offer.provider', 'offer.start', 'offer.end', 'offer.status']}
      only={(row) => row['offer.status'] === 'Igangværende'}
      cells={OFFER_CELLS}
    />
  )
}

const OFFER_CELLS: Cells = { 'offer.status': (_row, text) => <StatusDot status={text} /> }

function noteCells(guid: string): Cells {
  return { 'note.title': (row, text) => <Link to={`/borger/${guid}/journal/${row.id}`}>{text}</Link> }
}

function LatestNotes({ guid }: { guid: string }) {
  const list = useResource<ListPart>(`/api/case/${guid}/part/note?offset=0&limit=5&status=Aktiv`)
  return (
    <GroupGrid
      list={list}
      label="Seneste journalnotater"
      noun="notat|notater"
      empty="Ingen journalnotater."
      keys={['note.title', 'note.noteType', 'note.eventAt', 'note.author']}
      cells={noteCells(guid)}
    />
  )
}

function Tasks({ guid }: { guid: string }) {
  const { today } = useSession()
  const list = useList(guid, 'task')
  return (
    <GroupGrid
      list={list}
      label="Opgaver"
      noun="opgave|opgaver"
      empty="Ingen opgaver."
      keys={['task.title', 'task.due', 'task.status', 'task.owner']}
      cells={{ 'task.due': dueCell(today) }}
    />
  )
}

/** The newest month's code; the whole history is on its own screen. */
function Support({ guid }: { guid: string }) {
  const list = useList(guid, 'benefit')
  return (
    <Awaited of={list}>
      {({ rows }) => {
        const newest = rows.toSorted((a, b) => String(b['benefit.month']).localeCompare(String(a['benefit.month'])))[0]
        if (!newest) return <Empty>Ingen forsørgelse registreret.</Empty>
        return (
          <p>
            {`Seneste måned: ${String(newest['benefit.category'] ?? '')}. `}
            <Link to={`/borger/${guid}/ydelser`}>Se hele historikken</Link>
          </p>
        )
      }}
    </Awaited>
  )
}
