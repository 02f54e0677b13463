import { useEffect, useState } from 'react'
import type { PersonRow, SearchAnswer } from '#demo/server/api.ts'
import { ask, settle } from '../api.ts'
import { cx } from '../cx.ts'
import { useSession } from '../session.ts'
import { shownCpr } from '../words.ts'

/** Global search. A hit opens in a new browser tab. */
export function SearchPanel({ onClose }: { onClose?: () => void }) {
  const [query, setQuery] = useState('')
  const { hits, state } = useHits(query)
  return (
    <div className={cx(onClose ? 'searchPanel' : 'card')} role="search">
      <input
        ref={focusAtOnce}
        className={cx('input')}
        type="text"
        placeholder="Hvad søger du?"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose?.()}
      />
      <div id="scrollableDiv" className={cx('searchHits')}>
        {state === 'failed' && <p className={cx('empty')}>Søgningen kunne ikke gennemføres.</p>}
        {state === 'ready' && hits.length === 0 && <p className={cx('empty')}>Ingen borgere fundet.</p>}
        {hits.map((hit) => (
          <Hit key={hit.guid} hit={hit} />
        ))}
      </div>
    </div>
  )
}

function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

function Hit({ hit }: { hit: PersonRow }) {
  const { steering } = useSession()
  const open = () => window.open(`/borger/${hit.guid}/overblik`, '_blank')
  return (
    <div
      role="button"
      tabIndex={0}
      className={cx('MuiBox-root', 'searchHit')}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open()}
    >
      <h6>{`${hit.name} (${shownCpr(hit.cpr, steering.maskCpr)})`}</h6>
      <p>{[hit.caseType, hit.team].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

type State = 'idle' | 'ready' | 'failed'
const NOTHING: { hits: readonly PersonRow[]; state: State } = { hits: [], state: 'idle' }

function useHits(query: string): { hits: readonly PersonRow[]; state: State } {
  const [found, setFound] = useState<{ hits: readonly PersonRow[]; state: State }>(NOTHING)
  const asked = query.trim()
  useEffect(() => {
    if (asked.length < 2) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      void settle(
        ask<SearchAnswer>(`/api/search?q=${encodeURIComponent(asked)}`, { signal: controller.signal }),
        ({ hits }) => setFound({ hits, state: 'ready' }),
        () => {
          if (!controller.signal.aborted) setFound({ hits: [], state: 'failed' })
        },
      )
    }, 250)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asked])
  return asked.length < 2 ? NOTHING : found
}
