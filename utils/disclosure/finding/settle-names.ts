import type { PersonRole } from '../model/finding.ts'
import type { FileNames } from './file-names.ts'
import { roleOfPerson, withoutGenitive } from './file-names.ts'
import type { Mark } from './mark.ts'
import { CERTAIN, type NameCandidate } from './read-names.ts'

const SURE = 6
const HOPELESS = -4
const GENITIVE_SIGN = /['’]s?$/

/** Once the whole file has been read: which candidates are names, and of whom. */
export function nameMarks(candidates: readonly NameCandidate[], names: FileNames): readonly Mark[] {
  const found: Mark[] = []
  for (const candidate of candidates) {
    const why = reasonFor(candidate, names)
    if (why === null) continue
    const person = names.personNamed(candidate.parts)
    const end = candidate.end - (GENITIVE_SIGN.exec(candidate.parts.at(-1) ?? '')?.[0].length ?? 0)
    found.push({
      start: candidate.start,
      end,
      category: 'person',
      confidence: candidate.score >= SURE ? 'high' : 'medium',
      same: person.key,
      why,
      role: roleOfPerson(person),
    })
  }
  return found
}

/** Takes note of the role that each place gives a person; before `nameMarks`, for all texts of the file. */
export function learnRoles(candidates: readonly NameCandidate[], names: FileNames): void {
  for (const candidate of candidates) {
    if (reasonFor(candidate, names) === null) continue
    const person = names.personNamed(candidate.parts)
    person.mentions += 1
    const { role } = candidate.context
    if (role !== null) vote(person.roles, role)
  }
}

function vote(roles: Map<PersonRole, number>, role: PersonRole): void {
  roles.set(role, (roles.get(role) ?? 0) + 1)
}

function reasonFor(candidate: NameCandidate, names: FileNames): string | null {
  const { score, parts, context, doubtful } = candidate
  if (score >= CERTAIN) return isPlaceOfFile(candidate, names) ? null : reasonOf(context)
  if (doubtful || score <= HOPELESS || names.isOrganisation(withoutGenitive(parts.join(' ')))) return null
  return parts.some((part) => names.personOf(part) !== null) ? 'known-in-file' : null
}

/** One word that stands behind "i" or "på" elsewhere in the file. */
function isPlaceOfFile({ parts, score }: NameCandidate, names: FileNames): boolean {
  const [only = '', more] = parts
  return more === undefined && score < SURE && names.isPlace(only) && names.personOf(only) === null
}

function reasonOf(context: NameCandidate['context']): string {
  if (context.titled) return 'title-before'
  if (context.inField) return 'field'
  if (context.roleAfter) return 'role-after'
  return context.verbAfter ? 'verb-after' : 'name-shape'
}
