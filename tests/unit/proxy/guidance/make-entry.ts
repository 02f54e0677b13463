import type { LogEntry } from '#proxy/contract/guidance.ts'
import { EMPTY_LOG, linkEntry, type EntryContent } from '#proxy/guidance/log-entry.ts'
import type { Signer } from '#utils/guidance/signed/envelope.ts'

export const content = (over: Partial<EntryContent> = {}): EntryContent => ({
  at: '2026-11-24T10:00:00.000Z',
  unit: 'nord',
  subject: 'leder-1',
  role: 'supervisor',
  action: 'set',
  switch: 'rule:a',
  on: false,
  from: '2026-11-24',
  until: null,
  reason: 'Vi prøver uden',
  about: null,
  ...over,
})

/** A log of these lines, linked and signed as the proxy does it. */
export function logOf(contents: readonly EntryContent[], signer: Signer | null): readonly LogEntry[] {
  const lines: LogEntry[] = []
  for (const line of contents) lines.push(linkEntry(line, lines.at(-1) ?? EMPTY_LOG, signer))
  return lines
}
