import type { Mark } from './mark.ts'

const STAFF = /(?:sagsbehandler|socialrådgiver|jobkonsulent|kollega|medarbejder|teamleder|konsulent|rådgiver)(?:en|ens|s)?(?![\p{L}])/giu
const PRIVATE_MATTER =
  /(?:er|har været|blev|meldt sig) (?:sygemeldt|langtidssyg|syg)|barselsorlov|på barsel|er gravid|private? (?:mobil|telefon|nummer|mail|adresse)|privatnummer|lønforhandling|opsagt sin stilling|tjenstlig|advarsel til/giu
const REACH = 120
const PRIVATE_NUMBER = /privat\p{L}{0,10}[^\n.]{0,30}$/iu

/** A colleague's sickness, leave or private number: not the citizen's business. */
export function staffMarks(text: string, marks: readonly Mark[]): readonly Mark[] {
  const staff = [...text.matchAll(STAFF)].map(({ index }) => index)
  if (staff.length === 0) return []
  const near = (at: number) => staff.some((one) => one < at && at - one < REACH)
  const matters = [...text.matchAll(PRIVATE_MATTER)]
    .filter(({ index }) => near(index))
    .map(({ index, 0: written }) => mark(index, index + written.length, 'staff-matter'))
  const numbers = marks
    .filter(({ category, start }) => category === 'phone' && near(start) && PRIVATE_NUMBER.test(text.slice(Math.max(0, start - 48), start)))
    .map(({ start, end }) => mark(start, end, 'staff-number'))
  return [...matters, ...numbers]
}

function mark(start: number, end: number, why: string): Mark {
  return { start, end, category: 'staff-private', confidence: 'medium', same: why, why }
}
