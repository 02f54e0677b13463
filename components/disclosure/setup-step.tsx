import { useId, type ReactNode } from 'react'
import type { Advice } from '#utils/domain/advice.ts'
import type { Regime } from '#utils/disclosure/model/decision.ts'
import { NOT_VERIFIED, REGIMES } from '#utils/disclosure/review/regimes.ts'
import { Button } from '#components/ui/button.tsx'
import { DeadlineBox } from './deadline-box.tsx'
import { TextField } from './text-field.tsx'
import { REGIME_ORDER, REGIME_WHEN } from './words.ts'

/** What a person has filled in so far, as typed. */
export interface SetupDraft {
  readonly regime: Regime | null
  readonly cpr: string
  readonly name: string
  /** One a line: other names, addresses, phones and mails that are the citizen's own. */
  readonly own: string
  readonly received: string
  readonly secondReader: boolean
}

export interface SetupStepProps {
  readonly draft: SetupDraft
  readonly cprFault: string | null
  /** The citizen whose case is open in the tab this page was opened from. */
  readonly openCase: { readonly name: string } | null
  /** The answer to when it must be sent, or `null` where no rule counts it. */
  readonly deadline: Advice | null
  /** The rules are there to count with. */
  readonly rulesReady: boolean
  /** Everything needed is there. */
  readonly ready: boolean
  readonly onChange: (change: Partial<SetupDraft>) => void
  readonly onTakeOpenCase: () => void
  readonly onDone: () => void
}

/** Step 1: by which rules, for whom, and when it must be answered. */
export function SetupStep(props: SetupStepProps) {
  const { draft, onChange, ready, onDone } = props
  return (
    <form
      className="sh-setup"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onDone()
      }}
    >
      <div className="sh-column">
        <RegimeChoice chosen={draft.regime} onChoose={(regime) => onChange({ regime })} />
        <Citizen {...props} />
      </div>
      <div className="sh-column">
        <Received {...props} />
        <div className="sh-next">
          <p data-ink="muted">Intet gemmes. Filer, tekst og beslutninger findes kun her på siden og er væk, når du lukker den.</p>
          <button type="submit" className="sh-button" data-look="primary" disabled={!ready}>
            Videre til filerne
          </button>
          {!ready && <p data-ink="muted">Vælg regler, og skriv borgerens CPR-nummer, før du går videre.</p>}
        </div>
      </div>
    </form>
  )
}

function RegimeChoice({ chosen, onChoose }: { readonly chosen: Regime | null; readonly onChoose: (regime: Regime) => void }) {
  const name = useId()
  return (
    <fieldset className="sh-box sh-regimes">
      <legend>Hvilke regler udleveres der efter?</legend>
      {REGIME_ORDER.map((id) => (
        // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its text is in the pieces below
        <label key={id}>
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChoose(id)} />
          <span>
            <b>{REGIMES[id].title}</b> <span className="sh-law-tag">{REGIMES[id].basis}</span>
            <span data-ink="muted">{REGIME_WHEN[id]}</span>
          </span>
        </label>
      ))}
      <p data-ink="muted">Henvisningerne er {NOT_VERIFIED}.</p>
    </fieldset>
  )
}

function Citizen({ draft, cprFault, openCase, onChange, onTakeOpenCase }: SetupStepProps) {
  return (
    <Box title="Hvis sag er det?">
      {openCase && (
        <p className="sh-offer">
          <Button look="outline" icon="person" onPress={onTakeOpenCase}>
            Brug den åbne sag: {openCase.name}
          </Button>
        </p>
      )}
      <div className="sh-fields">
        <TextField label="CPR-nummer" value={draft.cpr} fault={cprFault} onChange={(cpr) => onChange({ cpr })} />
        <TextField label="Navn" value={draft.name} onChange={(name) => onChange({ name })} />
      </div>
      <OwnField value={draft.own} onChange={(own) => onChange({ own })} />
      <p data-ink="muted">Borgerens eget nummer og egne oplysninger bliver ikke vist som andres.</p>
    </Box>
  )
}

function OwnField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div className="sh-field">
      <label htmlFor={id}>Borgerens egen adresse, telefon og mail – én på hver linje</label>
      <textarea id={id} rows={3} value={value} autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

function Received({ draft, deadline, rulesReady, onChange }: SetupStepProps) {
  return (
    <Box title="Frist">
      <TextField label="Modtaget" type="date" value={draft.received} onChange={(received) => onChange({ received })} />
      {deadline ? <DeadlineBox advice={deadline} /> : <p data-ink="muted">{noDeadline(draft, rulesReady)}</p>}
      <label className="sh-check">
        <input type="checkbox" checked={draft.secondReader} onChange={({ target }) => onChange({ secondReader: target.checked })} />
        <span>
          En kollega læser med
          <span data-ink="muted">Alt, hvad der udleveres, skal en anden også have set.</span>
        </span>
      </label>
    </Box>
  )
}

function noDeadline({ regime, received }: SetupDraft, rulesReady: boolean): string {
  if (regime === 'party-hearing') return 'En partshøring sendes, før afgørelsen træffes. Der tælles ingen svarfrist her.'
  if (regime === null || received === '') return 'Vælg regler, og skriv, hvornår anmodningen kom. Så tælles fristen dag for dag.'
  return rulesReady ? 'Reglerne tæller ingen frist for den dag.' : 'Henter reglerne …'
}

function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="sh-box" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
