import { addDays, day } from '#utils/domain/calendar-day.ts'
import { inputFromJson } from '#utils/guidance/input-from-json.ts'
import type { CaseInput } from '#utils/guidance/load-case.ts'

const START = day('2026-07-06')

/** A case with many meetings, decisions and offers, every fact read. */
export function heavyCase(): CaseInput {
  const meeting = Array.from({ length: 60 }, (_, index) => ({
    at: `${addDays(START, index * 7 - 350)}T10:00`,
    type: 'Jobsamtale',
    status: index % 4 === 3 ? 'Udeblevet' : index > 55 ? 'Planlagt' : 'Afholdt',
    form: 'Telefon',
  }))
  const decision = Array.from({ length: 16 }, (_, index) => ({
    status: index % 3 === 0 ? 'Kladde' : 'Udstedt',
    type: index % 2 === 0 ? 'Sanktion' : 'Tilbud',
    date: addDays(START, index * 9),
    adverse: index % 5 !== 0,
    partshøringSent: index % 4 === 0 ? null : addDays(START, index * 9 - 15),
    deadline: addDays(START, index * 9 - 1),
    answered: null,
    reasons: index % 3 === 1 ? null : 'Se brevet',
    lawRef: 'LAS § 37',
    appealGuidance: true,
    eventDate: addDays(START, index * 9 - 30),
    effectuated: null,
  }))
  const offer = Array.from({ length: 25 }, (_, index) => ({
    type: index % 2 === 0 ? 'Virksomhedspraktik' : 'Mentor',
    status: index > 22 ? 'Igangværende' : 'Afsluttet',
    start: addDays(START, index * 6 - 200),
    end: addDays(START, index * 6 - 190 + index),
  }))
  return inputFromJson({
    facts: {
      'access.law': 'FVL',
      'access.received': '2026-11-02',
      'access.decided': null,
      'access.noticeSent': null,
      'sick.formSent': '2026-11-12',
      'sick.formReturned': null,
      'sick.recovered': null,
      'sick.firstDay': START,
      'sick.specialFollowUp': false,
      'sick.followUpCount': 0,
      'sick.paidWeeks': 23,
      'sick.revaluation': '2026-11-30',
      'sick.revaluationDone': null,
      'sick.stopDate': '2026-12-31',
      'sick.stopHearingSent': null,
      'sick.stopDecided': null,
      'case.type': 'Sygedagpenge',
      'case.targetGroup': '6.2',
      'contact.startDate': START,
      'contact.exempted25pct': false,
      'contact.exemptionReason': null,
      'contact.exemptionDate': null,
    },
    lists: { meeting, decision, offer },
  })
}
