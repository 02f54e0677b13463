import type { CalendarDay } from '#utils/domain/calendar-day.ts'

/** A rule's file to fill in. It has the right form and no content: the build refuses it until it has examples. */
export function newRuleText(id: string): string {
  return `id: ${id}
title: Kort titel
text: Én sætning, der siger, hvad sagsbehandleren skal gøre.
audience: Hvem reglen handler om
kind: next-action # eller hint
severity: M # K kritisk, H høj, M middel, I oplysning
decidedBy: contact.startDate # den dato, der vælger versionen
action: { label: Book jobsamtale, link: book-meeting }
versions:
  - from: 2026-01-01
    status: in-force
    cites: ['LAB § 1']
    conditions:
      omfattet: { text: Borgeren er omfattet, feel: 'case.targetGroup = "6.2"' }
      gjort: { text: Det er gjort, feel: 'count(meeting[status = "Afholdt"]) >= 1' }
    applies: omfattet
    met: gjort
    due: addDays(contact.startDate, 7)
    confidence: memory # seen, når du har læst det i kilden
given: { case.targetGroup: '6.2', contact.startDate: 2026-11-02, meeting: [] }
# Mindst fem: fristens sidste dag, dagen efter, opfyldt, gælder ikke, og en oplysning, der ikke er læst.
examples: []
`
}

/** The rule with its open version in force ended on the day; comments stay. `null` when there is none. */
export function retiredRuleText(text: string, on: CalendarDay): string | null {
  const lines = text.split('\n')
  const begins = lines.flatMap((line, index) => (/^ {2}- from: /.test(line) ? [index] : []))
  const versions = begins.map((start, index) => ({ start, end: begins[index + 1] ?? endOfVersions(lines, start) }))
  const open = versions.findLast(({ start, end }) => {
    const own = lines.slice(start, end)
    return own.some((line) => /^ {4}status: in-force\b/.test(line)) && !own.some((line) => /^ {4}to: /.test(line))
  })
  return open === undefined ? null : lines.toSpliced(open.start + 1, 0, `    to: ${on}`).join('\n')
}

function endOfVersions(lines: readonly string[], start: number): number {
  const end = lines.findIndex((line, index) => index > start && /^\S/.test(line))
  return end === -1 ? lines.length : end
}
