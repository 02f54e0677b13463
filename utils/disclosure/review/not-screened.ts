import type { NotScreened, NotScreenedReason } from '../model/screened-document.ts'

/** A person can look at a page that gave no text; nobody can look at what does not open. */
const CAN_BE_LOOKED_AT: readonly NotScreenedReason[] = ['no-text', 'unreadable-picture', 'too-slow', 'stopped', 'empty']

export function mustBeLeftOut({ why }: NotScreened): boolean {
  return !CAN_BE_LOOKED_AT.includes(why)
}
