import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { formatNumber, plural } from '#components/ui/format-da.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** One attack on the finished file. */
export interface AttackLine {
  readonly id: string
  readonly name: string
  readonly state: 'waiting' | 'running' | 'held' | 'leaked' | 'failed'
  /** Where it leaked: kind of data and page, never the data. */
  readonly leaks: readonly string[]
}

export interface OutcomeCounts {
  readonly whole: number
  readonly redacted: number
  readonly extracted: number
  readonly withheld: number
  readonly marks: number
}

export interface ExportStepProps {
  readonly state: 'idle' | 'working' | 'held' | 'refused' | 'failed'
  readonly counts: OutcomeCounts
  readonly attacks: readonly AttackLine[]
  /** What is not finished, in words: the export cannot begin. */
  readonly missing: readonly string[]
  /** What failed before the attacks, in words. */
  readonly failure: string | null
  /** What is being done now. */
  readonly working: string
  readonly fileName: string
  readonly measures: readonly (readonly [string, string])[]
  readonly statement: string | null
  /** There is a log to print and to take along. */
  readonly canPrint: boolean
  readonly onExport: () => void
  readonly onDownload: () => void
  readonly onDownloadLog: () => void
  readonly onPrint: () => void
}

/** Step 5: the file is made, attacks itself, and is given only if it holds. */
export function ExportStep(props: ExportStepProps) {
  return (
    <div className="sh-export">
      <div className="sh-column">
        <Make {...props} />
        <Attacks attacks={props.attacks} />
      </div>
      <div className="sh-column">
        <Result {...props} />
        <Measures measures={props.measures} statement={props.statement} />
      </div>
    </div>
  )
}

function Make({ state, counts, missing, onExport }: ExportStepProps) {
  return (
    <section className="sh-box" aria-label="Hvad der udleveres">
      <h2>Hvad der udleveres</h2>
      <ul className="sh-outcomes">
        <Outcome count={counts.whole} words="udleveres hele" />
        <Outcome count={counts.redacted} words={`udleveres med ${plural(counts.marks, 'overstregning', 'overstregninger')}`} />
        <Outcome count={counts.extracted} words="ekstraheres" />
        <Outcome count={counts.withheld} words="undtages" />
      </ul>
      <p className="sh-row">
        <Button look="primary" icon="shield" disabled={missing.length > 0 || state === 'working'} onPress={onExport}>
          {state === 'idle' ? 'Lav filen, og angrib den' : 'Lav filen igen'}
        </Button>
      </p>
      {missing.length > 0 && (
        <ul className="sh-lacking" data-ink="muted">
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Outcome({ count, words }: { readonly count: number; readonly words: string }) {
  return (
    <li data-none={count === 0 || undefined}>
      <b>{formatNumber(count)}</b> <span>{words}</span>
    </li>
  )
}

const ATTACK_STATES: Readonly<Record<AttackLine['state'], string>> = {
  waiting: 'venter',
  running: 'angriber',
  held: 'holdt',
  leaked: 'lækkede',
  failed: 'kunne ikke køres',
}

function Attacks({ attacks }: Pick<ExportStepProps, 'attacks'>) {
  return (
    <section className="sh-box" aria-label="Angreb">
      <h2>{plural(attacks.length, 'angreb', 'angreb')} på filen</h2>
      <p data-ink="muted">Filen prøves åbnet, læst og vendt, som en nysgerrig modtager kunne gøre det. Ét hul, og den udleveres ikke.</p>
      <ol className="sh-attacks">
        {attacks.map(({ id, name, state, leaks }) => (
          <li key={id} data-state={state}>
            <Mark state={state} />
            <div>
              <span>{name}</span> <span data-ink="muted">{ATTACK_STATES[state]}</span>
              {leaks.length > 0 && (
                <ul>
                  {leaks.map((leak) => (
                    <li key={leak}>{leak}</li>
                  ))}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Mark({ state }: Pick<AttackLine, 'state'>) {
  return (
    <span className="sh-attack-mark" aria-hidden="true">
      {state === 'held' && <Icon name="check" />}
      {(state === 'leaked' || state === 'failed') && <Icon name="cross" />}
      {state === 'running' && <Icon name="refresh" />}
    </span>
  )
}

function Result({ state, failure, working, fileName, canPrint, onDownload, onDownloadLog, onPrint }: ExportStepProps) {
  return (
    <section className="sh-box sh-result" data-state={state} aria-label="Resultat">
      <h2>Resultat</h2>
      {state === 'idle' && <p data-ink="muted">Filen er ikke lavet endnu.</p>}
      {state === 'working' && (
        <Notice icon="clock" title={working}>
          <p>Hver side læses også som billede. Det tager nogle sekunder pr. side.</p>
        </Notice>
      )}
      {state === 'held' && (
        <>
          <Notice tone="ok" icon="shield" title="Filen holdt">
            <p>Ingen af angrebene fandt noget af det, der er overstreget eller undtaget.</p>
          </Notice>
          <p className="sh-row">
            <Button look="primary" onPress={onDownload}>
              Hent {fileName}
            </Button>
          </p>
        </>
      )}
      {state === 'refused' && (
        <Notice tone="late" title="Filen udleveres ikke">
          <p>Mindst ét angreb fandt noget, der skulle være væk. Se hvor ved angrebet, ret beslutningen, eller tag dokumentet ud.</p>
        </Notice>
      )}
      {state === 'failed' && (
        <Notice tone="late" title="Filen kunne ikke laves">
          <p>{failure}</p>
        </Notice>
      )}
      <p className="sh-row">
        <Button look="outline" disabled={!canPrint} onPress={onPrint}>
          Udskriv aktliste og log
        </Button>
        <Button look="outline" disabled={!canPrint} onPress={onDownloadLog}>
          Hent log
        </Button>
        {state === 'held' && <Badge tone="accent">Udkast – du sender</Badge>}
      </p>
    </section>
  )
}

function Measures({ measures, statement }: Pick<ExportStepProps, 'measures' | 'statement'>) {
  return (
    <section className="sh-box" aria-label="Tal">
      <h2>Tal uden personoplysninger</h2>
      <dl className="sh-measures">
        {measures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {statement && <p data-ink="muted">Stikprøve: {statement}</p>}
    </section>
  )
}
