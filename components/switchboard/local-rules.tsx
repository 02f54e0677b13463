import { useId, useState } from 'react'
import type { PackRule } from '#utils/guidance/pack-schema.ts'
import type { BoardView } from '#utils/switchboard/board-view.ts'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { plural } from '#components/ui/format-da.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PreviewBox } from './preview-box.tsx'
import type { PreviewState, RuleCheck, SwitchboardEvents } from './switchboard-events.ts'

export interface LocalRulesProps {
  readonly local: BoardView['local']
  /** They hold for every unit: administrators take them into use, supervisors may check and try them. */
  readonly mayChange: boolean
  readonly shortestReason: number
  readonly busy: boolean
  readonly preview: PreviewState | null
  readonly on: SwitchboardEvents
}

/** The municipality's own rules: those in use, and a new one with the same checks as the pack's. */
export function LocalRules(props: LocalRulesProps) {
  const rules = props.local.pack?.rules ?? []
  return (
    <section aria-label="Kommunens egne regler">
      <h3>
        Kommunens egne regler <span data-ink="muted">{plural(rules.length, 'regel', 'regler')}, gælder alle enheder</span>
      </h3>
      <ul className="sh-board-rules">
        {rules.map((rule) => (
          <OwnRule key={rule.id} rule={rule} {...props} />
        ))}
      </ul>
      <Disclosure summary="Ny regel, eller ny udgave af en">
        <NewRule {...props} />
      </Disclosure>
    </section>
  )
}

function OwnRule({ rule, mayChange, shortestReason, busy, on }: LocalRulesProps & { readonly rule: PackRule }) {
  const [leaving, setLeaving] = useState(false)
  return (
    <li data-local-rule={rule.id}>
      <div className="sh-board-line">
        <div className="sh-board-text">
          <b>{rule.title}</b>
          <p data-ink="muted">{rule.text}</p>
        </div>
        {mayChange && (
          <Button look="outline" label={`Tag ud af brug …: ${rule.title}`} expanded={leaving} onPress={() => setLeaving(!leaving)}>
            Tag ud af brug …
          </Button>
        )}
      </div>
      {leaving && (
        <ReasonForm
          label="Tag ud af brug"
          shortestReason={shortestReason}
          busy={busy}
          onSend={async (reason) => on.changeLocal({ id: rule.id, rule: null, reason })}
        />
      )}
    </li>
  )
}

function NewRule(props: LocalRulesProps) {
  const { on } = props
  const id = useId()
  const [text, setText] = useState('')
  const [result, setResult] = useState<RuleCheck | null>(null)
  const check = async () => {
    const checked = await on.checkRule(text)
    setResult(checked)
    if (checked.ok) on.previewRule(checked.rule)
  }
  const change = (value: string) => {
    setText(value)
    setResult(null)
  }
  return (
    <div className="sh-change">
      <div className="sh-field">
        <label htmlFor={id}>Reglen, skrevet som reglerne i pakken (YAML)</label>
        <textarea
          id={id}
          className="sh-rule-source"
          rows={12}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => change(event.target.value)}
        />
      </div>
      <div className="sh-change-acts">
        <Button look={result?.ok ? 'outline' : 'primary'} disabled={text.trim() === ''} onPress={() => void check()}>
          Kontrollér
        </Button>
      </div>
      {result && !result.ok && <Problems problems={result.problems} />}
      {result?.ok && <Accepted rule={result.rule} onDone={() => change('')} {...props} />}
    </div>
  )
}

/** A rule that has passed: what it would bring, and the way to take it into use. */
function Accepted({
  rule,
  mayChange,
  shortestReason,
  busy,
  preview,
  on,
  onDone,
}: LocalRulesProps & { readonly rule: PackRule; readonly onDone: () => void }) {
  const send = async (reason: string) => {
    const done = await on.changeLocal({ id: rule.id, rule, reason })
    if (done) onDone()
    return done
  }
  return (
    <>
      <Notice tone="ok" title={`Reglen består alle kontroller: ${rule.title}`} />
      <PreviewBox preview={preview?.of.rule === rule.id ? preview : null} onStop={on.stopPreview} onAgain={() => on.previewRule(rule)} />
      {mayChange ? (
        <ReasonForm label="Tag i brug for hele kommunen" shortestReason={shortestReason} busy={busy} onSend={send} />
      ) : (
        <p data-ink="muted">En administrator tager den i brug, for den gælder alle enheder.</p>
      )}
    </>
  )
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  return (
    <Notice tone="soon" title={`Reglen kan ikke bruges endnu: ${plural(problems.length, 'ting', 'ting')} at rette`}>
      <ul className="sh-problems">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Notice>
  )
}

interface ReasonFormProps {
  readonly label: string
  readonly shortestReason: number
  readonly busy: boolean
  readonly onSend: (reason: string) => Promise<boolean>
}

function ReasonForm({ label, shortestReason, busy, onSend }: ReasonFormProps) {
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <div className="sh-field">
      <label htmlFor={id}>Begrundelse (mindst {shortestReason} tegn)</label>
      <input id={id} value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      <div className="sh-change-acts">
        <Button look="primary" disabled={busy || reason.trim().length < shortestReason} onPress={() => void onSend(reason.trim())}>
          {label}
        </Button>
      </div>
    </div>
  )
}
