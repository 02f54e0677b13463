import type { Story } from '../story.ts'

/** Access requests on both sides of seven working days. */
export const AKTINDSIGT: readonly Story[] = [
  {
    slug: 'anne-quist', name: 'Anne Quist', born: '1973-08-08', female: true, size: 'ordinary',
    story: 'Har bedt om aktindsigt for to arbejdsdage siden; ikke afgjort endnu.',
    case: { type: 'Kontanthjælp', targetGroup: '6.3', benefit: 'Kontanthjælp', start: -400 }, citizen: { representative: 'Partsrepræsentant: advokat Vibeke Stær' },
    access: { requestId: 'AI-2041', law: 'FVL', requester: 'Borgeren', received: { workdays: -2 }, dueBy: { workdays: 5 }, decided: null, scope: 'Hele sagen', period: 'De seneste to år' },
  },
  {
    slug: 'malene-krogh', name: 'Malene Krogh Dam', born: '1980-05-17', female: true, size: 'heavy',
    story: 'Advokat bad om aktindsigt for tolv arbejdsdage siden; fristen er overskredet, og der er ikke givet besked.',
    case: { type: 'Sygedagpenge', targetGroup: '6.6', benefit: 'Sygedagpenge', start: -77, team: 'Team Sygedagpenge' },
    sick: { firstDay: -77, firstMunicipalDay: -77, employer: null, extent: 100, formSent: -74, formReturned: -70, employeeExpectsWeeks: 16, specialFollowUp: false, paidWeeks: 11, revaluation: { endOfMonth: 3 }, followUpCount: 0 },
    access: { requestId: 'AI-2036', law: 'FVL', requester: 'Partsrepræsentant (advokat)', received: { workdays: -12 }, dueBy: { workdays: -5 }, decided: null, noticeSent: null, scope: 'Lægelige oplysninger og afgørelser', period: 'Fra 2022' },
  },
  {
    slug: 'frederik-aagaard', name: 'Frederik Aagaard', born: '1989-07-01', female: false, size: 'ordinary',
    story: 'Aktindsigt afgjort på fem arbejdsdage.',
    case: { type: 'Dagpenge', targetGroup: '6.1', benefit: 'Dagpenge', start: -160 }, contact: { handoverDate: -68 },
    access: { requestId: 'AI-2029', law: 'FVL', requester: 'Borgeren', received: { workdays: -12 }, dueBy: { workdays: -5 }, decided: { workdays: -7 }, scope: 'Journal', period: 'Seneste år' },
  },
  {
    slug: 'charlotte-mikkelsen', name: 'Charlotte Mikkelsen', born: '1969-01-30', female: true, size: 'ordinary',
    story: 'Aktindsigt på syvende arbejdsdag: sidste frist i dag.',
    case: { type: 'Kontanthjælp', targetGroup: '6.2', benefit: 'Kontanthjælp', start: -50 },
    access: { requestId: 'AI-2039', law: 'FVL', requester: 'Pensionsselskab med fuldmagt', received: { workdays: -7 }, dueBy: 0, decided: null, scope: 'Helbredsoplysninger', period: 'Seneste fem år' },
  },
  {
    slug: 'emil-bruun', name: 'Emil Bruun Hviid', born: '1994-10-14', female: false, size: 'light',
    story: 'Indsigt efter databeskyttelsesforordningen, modtaget for tre uger siden; en måned er fristen.',
    case: { type: 'Kontanthjælp', targetGroup: '6.2', benefit: 'Kontanthjælp', start: -66 },
    access: { requestId: 'AI-2031', law: 'GDPR15', requester: 'Borgeren', received: -21, dueBy: { months: 1, days: -21 }, decided: null, scope: 'Alle oplysninger', period: 'Alle' },
  },
  {
    slug: 'noah-thygesen', name: 'Noah Thygesen', born: '1998-02-11', female: false, size: 'light',
    story: 'En journalist har bedt om aktindsigt efter offentlighedsloven; besked om forsinkelse er sendt.',
    case: { type: 'Kontanthjælp', targetGroup: '6.2', benefit: 'Kontanthjælp', start: -30 },
    access: { requestId: 'AI-2018', law: 'OFL', requester: 'Andre (journalist)', received: { workdays: -15 }, dueBy: { workdays: -8 }, decided: null, noticeSent: { workdays: -9 }, scope: 'Breve om praktik', period: '2026' },
  },
]
