import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import { Notice } from '#components/ui/notice.tsx'
import { DropZone, type DropZoneProps } from './drop-zone.tsx'
import { TextField } from './text-field.tsx'

/** How far the reading has come. */
export interface IntakeProgress {
  readonly state: 'idle' | 'reading' | 'paused' | 'stopped' | 'done'
  readonly documents: number
  readonly pages: number
  /** Pages known of so far; grows while archives are opened. */
  readonly pagesKnown: number
  /** `null` until everything is read and looked through. */
  readonly findings: number | null
  readonly secondsLeft: number | null
}

/** One document in the list of what was read. */
export interface DocumentLine {
  readonly id: string
  readonly name: string
  readonly pages: number
  readonly findings: number | null
  readonly notScreened: number
  /** Nothing of it could be read: then nothing is said of what was found. */
  readonly unread: boolean
  /** The name of a document before it that says almost the same. */
  readonly like: string | null
}

export interface IntakeStepProps extends Omit<DropZoneProps, 'disabled'> {
  readonly progress: IntakeProgress
  readonly documents: readonly DocumentLine[]
  /** How many of them count as items on the case system's list. */
  readonly items: number
  /** As typed: how many items Fasit's list has. */
  readonly expected: string
  /** Why the work cannot go on, in words; empty when it can. */
  readonly missing: readonly string[]
  /** The list of what was not screened, where there is something. */
  readonly notScreened: ReactNode
  readonly onExpected: (text: string) => void
  readonly onPause: () => void
  readonly onResume: () => void
  readonly onStop: () => void
  readonly onDone: () => void
}

/** Step 2: the files go in, and nothing is left out silently. */
export function IntakeStep(props: IntakeStepProps) {
  const { progress, documents, missing, notScreened } = props
  return (
    <div className="sh-intake">
      <div className="sh-column">
        <DropZone disabled={progress.state === 'reading'} onFiles={props.onFiles} onDrop={props.onDrop} />
        {progress.state !== 'idle' && <Progress {...props} />}
        {notScreened}
      </div>
      <div className="sh-column">
        <Count {...props} />
        <div className="sh-next">
          <Button look="primary" disabled={missing.length > 0} onPress={props.onDone}>
            Videre til gennemsyn
          </Button>
          {missing.length > 0 && (
            <ul data-ink="muted" className="sh-lacking">
              {missing.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
        {documents.length > 0 && <Documents documents={documents} />}
      </div>
    </div>
  )
}

const STATES: Readonly<Record<IntakeProgress['state'], string>> = {
  idle: '',
  reading: 'Læser',
  paused: 'På pause',
  stopped: 'Stoppet',
  done: 'Læst',
}

function Progress({ progress, onPause, onResume, onStop }: IntakeStepProps) {
  const { state, pages, pagesKnown, documents, findings, secondsLeft } = progress
  const running = state === 'reading' || state === 'paused'
  return (
    <section className="sh-box sh-progress" aria-label="Læsning">
      <p className="sh-row">
        <b>{STATES[state]}</b>
        <span>
          {formatNumber(pages)} af {plural(pagesKnown, 'side', 'sider')}
        </span>
        <span data-ink="muted">
          {plural(documents, 'dokument', 'dokumenter')}
          {findings !== null && ` · ${plural(findings, 'fund', 'fund')}`}
          {secondsLeft !== null && running && ` · ${leftWords(secondsLeft)}`}
        </span>
      </p>
      <progress aria-label="Sider læst" max={Math.max(1, pagesKnown)} value={pages} />
      {running && (
        <p className="sh-row">
          {state === 'reading' ? (
            <Button look="outline" onPress={onPause}>
              Pause
            </Button>
          ) : (
            <Button look="outline" onPress={onResume}>
              Fortsæt
            </Button>
          )}
          <Button look="outline" onPress={onStop}>
            Stop
          </Button>
        </p>
      )}
      {state === 'stopped' && (
        <Notice tone="soon" title="Læsningen er stoppet">
          <p>Det, der ikke blev læst, står på listen og skal bekræftes. Læg filerne ind igen for at læse dem.</p>
        </Notice>
      )}
    </section>
  )
}

function leftWords(seconds: number): string {
  return seconds < 60 ? 'under et minut tilbage' : `ca. ${plural(Math.round(seconds / 60), 'minut', 'minutter')} tilbage`
}

function Count({ expected, documents, items, onExpected }: IntakeStepProps) {
  const wanted = Number(expected)
  const told = expected !== '' && Number.isInteger(wanted)
  return (
    <section className="sh-box" aria-label="Er alt kommet med?">
      <h2>Er alt kommet med?</h2>
      <TextField
        label="Antal dokumenter og notater på fagsystemets liste"
        type="number"
        value={expected}
        hint="Tæl det, du valgte ud i fagsystemet. Et arkiv tæller som det, der er i det; et bilag tæller med sin mail."
        onChange={onExpected}
      />
      {told && documents.length > 0 && (
        <Notice
          tone={wanted === items ? 'ok' : 'soon'}
          title={
            wanted === items ? `Alle ${formatNumber(wanted)} er læst ind` : `${formatNumber(items)} af ${formatNumber(wanted)} er læst ind`
          }
        />
      )}
    </section>
  )
}

const LISTED = 200

function Documents({ documents }: { readonly documents: readonly DocumentLine[] }) {
  return (
    <section className="sh-box" aria-label="Dokumenter">
      <h2>Dokumenter</h2>
      <ul className="sh-documents">
        {documents.slice(0, LISTED).map((line) => (
          <li key={line.id}>
            <span className="sh-file" title={line.name}>
              {line.name}
            </span>
            {line.unread ? <b data-ink="soon">ikke læst</b> : <ReadLine {...line} />}
          </li>
        ))}
      </ul>
      {documents.length > LISTED && <p data-ink="muted">og {formatNumber(documents.length - LISTED)} til</p>}
    </section>
  )
}

function ReadLine({ pages, findings, notScreened, like }: DocumentLine) {
  return (
    <span data-ink="muted">
      {pages > 0 && `${plural(pages, 'side', 'sider')} · `}
      {findings === null ? 'læst' : findings === 0 ? 'intet fundet i det læste' : plural(findings, 'fund', 'fund')}
      {notScreened > 0 && <b data-ink="soon"> · {formatNumber(notScreened)} ikke læst</b>}
      {like !== null && ` · næsten som ${like}`}
    </span>
  )
}
