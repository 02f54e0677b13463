import { describe, expect, test } from 'vitest'
import { parseFeel, type ParseOptions } from '#build/feel/parse.ts'
import { describeFeel } from '#utils/guidance/feel/describe.ts'
import { printFeel } from '#utils/guidance/feel/print.ts'
import { sizeOf } from '#utils/guidance/feel/walk.ts'

const problemOf = (feel: string, options?: ParseOptions) => {
  const parsed = parseFeel(feel, options)
  return parsed.ok ? 'ok' : parsed.problems.map(({ text, from, to }) => `${feel.slice(from, to)} | ${text}`).join('\n')
}

describe('what the subset refuses, and where', () => {
  test.each([
    ['case.typ = "Dagpenge"', 'case.typ | Kataloget kender ikke oplysningen "case.typ".'],
    ['sick.firstDay > "i går"', 'sick.firstDay > "i går" | dato kan ikke sammenlignes med tekst.'],
    ['case.type = "Sygdom"', '"Sygdom" | "Sygdom" er ikke en værdi af "case.type".'],
    ['"Sygdom" = case.type', '"Sygdom" | "Sygdom" er ikke en værdi af "case.type".'],
    ['case.type in ("Dagpenge", "X")', '"X" | "X" er ikke en værdi af "case.type".'],
    ['addDays(sick.firstDay)', '"addDays" tager 2 argumenter, ikke 1.'],
    ['addDays(sick.firstDay, 1, 2)', '"addDays" tager 2 argumenter, ikke 3.'],
    ['addDays(sick.employer, 1)', 'sick.employer | Her skal stå dato, men udtrykket giver tekst.'],
    ['matches(sick.employer, "a")', 'Funktionen "matches" er ikke med'],
    ['meeting.at > today', '"meeting" er en liste'],
    ['meeting', 'Navnet "meeting" kendes ikke.'],
    ['status = "Afholdt"', 'Navnet "status" kendes ikke.'],
    ['sick.paidWeeks > ', 'kan ikke læses'],
    ['', 'kan ikke læses'],
    ['1 + "a" > 0', '"a" | Her skal stå tal'],
    ['sick.paidWeeks and true', 'Her skal stå ja/nej'],
    ['sick.employer < "b"', 'tekst har ingen rækkefølge'],
    ['sick.paidWeeks < null', 'kan ikke sammenlignes'],
    ['plan.steps = plan.steps', 'En liste sammenlignes ikke'],
    ['date("2026-02-30") < today', 'Datoen "2026-02-30" findes ikke.'],
    ['date(2026) < today', 'Skriv datoen eller varigheden som tekst'],
    ['time("10:00") = today', 'Varigheden skal være'],
    ['today + duration("P1Y2D") > today', 'Varigheden skal være'],
    ['today + duration("P") > today', 'Varigheden skal være'],
    ['today + duration("en uge") > today', 'Varigheden skal være'],
    ['today + 3 > today', 'Til en dato lægges en varighed, ikke tal.'],
    ['today * 2 > 3', 'Her skal stå tal'],
    ['2 ** 2 = 4', 'er ikke med i delmængden'],
    ['if sick.paidWeeks > 1 then 1 else "a"', 'De to grene giver tal og tekst.'],
    ['if 1 then 2 else 3', 'Her skal stå ja/nej'],
    ['max(1)', '"max" tager mindst to argumenter'],
    ['max("a", "b") = "b"', '"max" tager tal eller datoer'],
    ['max() = 1', '"max" tager mindst to argumenter'],
    ['sum(meeting.at)', '"sum" kan ikke bruges på dato'],
    ['min(meeting.status)', '"min" kan ikke bruges på tekst'],
    ['min(meeting.nope)', 'Kataloget kender ikke oplysningen "meeting.nope".'],
    ['count(meetings)', 'Navnet "meetings" kendes ikke.'],
    ['count(meetings[status = "x"])', 'Kataloget kender ikke listen "meetings".'],
    ['count(meeting[2])', 'Her skal stå ja/nej'],
    ['meeting[status = "Afholdt"]', 'er ikke med i delmængden'],
    ['meeting[status = "Afholdt"].at > today', 'En liste kan kun stå i'],
    ['some a in meeting, b in offer satisfies true', '"some" tager én liste.'],
    ['some m in case.type satisfies true', 'Kataloget kender ikke listen'],
    ['some m in meeting satisfies m.nope = 1', 'Kataloget kender ikke oplysningen "meeting.nope".'],
    ['addDays(count: 1)', 'Navngivne argumenter'],
    ['for m in meeting return m', 'er ikke med i delmængden'],
    ['case.type in [1..]', ''],
    ['not(1)', 'Her skal stå ja/nej'],
    ['sick.paidWeeks in (> "a")', 'kan ikke sammenlignes'],
    ['list contains(sick.employer, "a")', 'Her skal stå liste af tekster'],
  ])('%s', (feel, expected) => {
    const problem = problemOf(feel)
    expect(problem).not.toBe('ok')
    expect(problem).toContain(expected)
  })

  test('an expression of another type than asked for', () => {
    expect(problemOf('sick.paidWeeks', { expect: 'boolean' })).toContain('skal give boolean, men giver number')
    expect(problemOf('decision.date = null', { forEach: 'decision' })).toBe('ok')
    expect(problemOf('decision.date = null')).toContain('er en liste')
  })
})

const named = new Map([
  [
    'afgjort',
    {
      text: 'Anmodningen er afgjort',
      feel: 'access.decided != null',
      tree: { op: 'compare', rel: '!=', left: { op: 'fact', key: 'access.decided' }, right: { op: 'null' } } as const,
    },
  ],
])

describe('what is read, printed and said in Danish', () => {
  test.each([
    [
      'sick.paidWeeks in [18..22]',
      'sick.paidWeeks >= 18 and sick.paidWeeks <= 22',
      'Udbetalte uger i 9 måneder er mindst 18 og Udbetalte uger i 9 måneder er højst 22',
    ],
    ['sick.paidWeeks in (18..22)', 'sick.paidWeeks > 18 and sick.paidWeeks < 22', 'mere end 18'],
    ['sick.paidWeeks between 1 and 2', 'sick.paidWeeks >= 1 and sick.paidWeeks <= 2', 'mindst 1'],
    ['sick.paidWeeks in (> 3, 1)', 'sick.paidWeeks > 3 or sick.paidWeeks = 1', 'mere end 3 eller'],
    ['sick.paidWeeks in ([1..2])', 'sick.paidWeeks >= 1 and sick.paidWeeks <= 2', 'mindst 1'],
    ['sick.paidWeeks in > 3', 'sick.paidWeeks > 3', 'mere end 3'],
    ['case.type in ["Dagpenge", "Fleksjob"]', 'case.type = "Dagpenge" or case.type = "Fleksjob"', 'Sagstype er «Dagpenge» eller'],
    ['(sick.recovered = null or true) and false', '(sick.recovered = null or true) and false', 'Raskmeldt er tom eller ja og nej'],
    ['true and (true and false)', 'true and (true and false)', 'ja og ja og nej'],
    ['not(contact.exempted25pct = true)', 'not(contact.exempted25pct = true)', 'ikke: 25 pct.-undtagelse: ja'],
    ['contact.exempted25pct != true', 'contact.exempted25pct != true', '25 pct.-undtagelse: nej'],
    [
      'today <= sick.firstDay + duration("P2M")',
      'today <= sick.firstDay + duration("P2M")',
      'i dag er senest Første fraværsdag plus 2 måneder',
    ],
    ['sick.firstDay - duration("P1D") < today', 'sick.firstDay - duration("P1D") < today', 'Første fraværsdag minus 1 dag er før i dag'],
    ['duration("P1M") + sick.firstDay = today', 'sick.firstDay + duration("P1M") = today', 'plus 1 måned er i dag'],
    ['today - sick.firstDay > duration("P1Y")', '', ''],
    [
      'today - sick.firstDay > duration("P28D")',
      'today - sick.firstDay > duration("P28D")',
      'dage fra Første fraværsdag til i dag er mere end 28 dage',
    ],
    ['-sick.paidWeeks + 2 * (3 - 1) / 4 > 1.5', '0 - sick.paidWeeks + 2 * (3 - 1) / 4 > 1.5', '1,5'],
    ['sick.firstDay != date("2026-11-02")', 'sick.firstDay != date("2026-11-02")', 'er ikke 2. november 2026'],
    [
      'count(meeting[status = "Afholdt" and at > today]) >= 2',
      'count(meeting[status = "Afholdt" and at > today]) >= 2',
      'antal i «Samtaler», hvor Status er «Afholdt» og Dato/tid er efter i dag er mindst 2',
    ],
    ['some m in meeting satisfies m.at = today', 'some r1 in meeting satisfies r1.at = today', 'mindst én i «Samtaler»: Dato/tid er i dag'],
    ['every m in meeting satisfies m.at = today', 'every r1 in meeting satisfies r1.at = today', 'alle i «Samtaler»'],
    [
      'max(meeting[status = "Afholdt"].at) < today',
      'max(meeting[status = "Afholdt"].at) < today',
      'seneste Dato/tid i «Samtaler» er før i dag',
    ],
    ['contains(lower case(case.team), "a\\"b")', 'contains(lower case(case.team), "a\\"b")', 'Team indeholder «a"b»'],
    ['list contains(plan.steps, "a")', 'list contains(plan.steps, "a")', 'Delmål har «a»'],
    ['string length(case.team) = 2', 'string length(case.team) = 2', 'string length af Team er 2'],
    ['min(1, 2) = max(2, 1)', 'min(1, 2) = max(2, 1)', 'den første af 1 og 2'],
    ['if true then today else null', 'if true then today else null', 'i dag, hvis ja, ellers tom'],
    ['afgjort or access.law = "FVL"', 'access.decided != null or access.law = "FVL"', 'Anmodningen er afgjort eller Grundlag er «FVL»'],
    [
      'addWorkingDays(access.received, 7) = addDays(addWeeks(addMonths(wholeMonthsAfter(today, 1), 2), 3), 4)',
      'addWorkingDays(access.received, 7) = addDays(addWeeks(addMonths(wholeMonthsAfter(today, 1), 2), 3), 4)',
      'Modtaget plus 7 arbejdsdage',
    ],
    [
      'firstDayOfMonth(today) = lastDayOfMonth(monthStart(case.team))',
      'firstDayOfMonth(today) = lastDayOfMonth(monthStart(case.team))',
      'første dag i måneden',
    ],
    [
      'daysBetween(today, today) = 0 and starts with(upper case(case.team), "a") and ends with(case.team, "b")',
      'daysBetween(today, today) = 0 and starts with(upper case(case.team), "a") and ends with(case.team, "b")',
      'slutter med',
    ],
  ])('%s', (feel, printed, danish) => {
    const parsed = parseFeel(feel, { named })
    if (printed === '') {
      expect(parsed.ok).toBe(false)
      return
    }
    expect(parsed.ok ? printFeel(parsed.tree) : parsed.problems).toBe(printed)
    expect(parsed.ok && describeFeel(parsed.tree)).toContain(danish)
  })

  test('a size is depth and nodes', () => {
    const parsed = parseFeel('not(sick.recovered = null)')
    expect(parsed.ok && sizeOf(parsed.tree)).toEqual({ depth: 3, nodes: 4 })
  })
})
