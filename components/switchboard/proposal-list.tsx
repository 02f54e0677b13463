import { useId, useState } from 'react'
import type { LogEntry } from '#proxy/contract/guidance.ts'
import { Button } from '#components/ui/button.tsx'
import { actWords } from './log-list.tsx'
import type { SwitchboardEvents } from './switchboard-events.ts'

export interface ProposalListProps {
  readonly proposals: readonly LogEntry[]
  readonly nameOf: (switchId: string) => string
  /** Whoever is looking: nobody approves what they have proposed. */
  readonly self: string
  readonly shortestReason: number
  readonly busy: boolean
  readonly on: SwitchboardEvents
}

/** Changes that wait for a second supervisor. */
export function ProposalList({ proposals, ...rest }: ProposalListProps) {
  if (proposals.length === 0) return null
  return (
    <section className="sh-proposals" aria-label="Venter på godkendelse">
      <h3>Venter på godkendelse</h3>
      <ul>
        {proposals.map((proposal) => (
          <Proposal key={proposal.entry} proposal={proposal} {...rest} />
        ))}
      </ul>
    </section>
  )
}

function Proposal({
  proposal,
  nameOf,
  self,
  shortestReason,
  busy,
  on,
}: Omit<ProposalListProps, 'proposals'> & { readonly proposal: LogEntry }) {
  const id = useId()
  const [reason, setReason] = useState('')
  const mine = proposal.subject === self
  const short = reason.trim().length < shortestReason
  const decide = (verb: 'approve' | 'reject') => void on.decide({ entry: proposal.entry, verb, reason: reason.trim() })
  return (
    <li>
      <p>
        <b>{actWords(proposal)}</b> {nameOf(proposal.switch)}
      </p>
      <p>{proposal.reason}</p>
      <p className="sh-small" data-ink="muted">
        Post {proposal.entry} · {proposal.subject}
      </p>
      <label htmlFor={id}>{mine ? 'Begrundelse for at trække den tilbage' : 'Din begrundelse'}</label>
      <input id={id} value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      <div className="sh-change-acts">
        {!mine && (
          <Button look="primary" disabled={busy || short} onPress={() => decide('approve')}>
            Godkend
          </Button>
        )}
        <Button look="outline" disabled={busy || short} onPress={() => decide('reject')}>
          {mine ? 'Træk tilbage' : 'Afvis'}
        </Button>
        {mine && <span data-ink="muted">En anden leder skal godkende.</span>}
      </div>
    </li>
  )
}
