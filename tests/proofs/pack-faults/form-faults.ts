import { around, isText, type Raw } from './raw-rule.ts'
import type { Fault } from './fault.ts'

const set =
  (key: string, value: unknown): Fault['plant'] =>
  ({ raw }) =>
    void (raw[key] = value)
const setLast =
  (key: string, value: unknown): Fault['plant'] =>
  ({ last }) =>
    void (last[key] = value)
const also =
  (part: 'applies' | 'met', feel: string): Fault['plant'] =>
  ({ last }) =>
    around(last, part, (own) => `${own} and ${feel}`)

/** Faults of form: what no schema and no type lets through. */
export const FORM_FAULTS: readonly Fault[] = [
  { name: 'no title', code: 'schema', plant: ({ raw }) => void delete raw['title'] },
  { name: 'an empty title', code: 'schema', plant: set('title', ' ') },
  { name: 'a text too long', code: 'schema', plant: set('text', 'Gør det. '.repeat(40)) },
  { name: 'a field that is none', code: 'schema', plant: set('deadline', '2026-01-01') },
  { name: 'an id with a capital', code: 'schema', plant: ({ raw }) => void (raw['id'] = `${String(raw['id'])}-X`) },
  { name: 'a kind that is none', code: 'schema', plant: set('kind', 'advice') },
  { name: 'an anchor that the catalogue does not know', code: 'schema', plant: set('anchor', 'sick.firstDayy') },
  { name: 'a list that the catalogue does not know', code: 'schema', plant: set('forEach', 'meetings') },
  { name: 'no version', code: 'schema', plant: set('versions', []) },
  { name: 'a severity that is none', code: 'schema', plant: setLast('severity', 'X') },
  { name: 'a status that is none', code: 'schema', plant: setLast('status', 'gældende') },
  { name: 'a day that does not exist', code: 'schema', plant: setLast('from', '2026-02-30') },
  { name: 'a confidence that is none', code: 'schema', plant: setLast('confidence', 'sure') },
  { name: 'no citation', code: 'schema', plant: setLast('cites', []) },
  { name: 'an address of law that is none', code: 'schema', plant: setLast('cites', [{ text: 'LAB § 1', eli: 'lta/2024/280' }]) },
  { name: 'a link that leads nowhere', code: 'schema', plant: setLast('action', { label: 'Gør det', link: 'somewhere' }) },
  { name: 'a condition with a capital', code: 'schema', plant: setLast('conditions', { Syg: { text: 'x', feel: 'true' } }) },
  { name: 'an example without a day', code: 'schema', plant: ({ examples }) => void delete examples[0]?.['today'] },
  {
    name: 'an example that expects what is no verdict',
    code: 'schema',
    plant: ({ examples }) => void examples.push({ today: '2026-01-01', expect: 'late' }),
  },
  { name: 'a file under another name', code: 'file-name', plant: ({ raw }) => void (raw['id'] = `${String(raw['id'])}-2`) },
  { name: 'a fact that the catalogue does not know', code: 'feel', plant: also('applies', 'sick.firstDayOff != null') },
  { name: 'a group that the catalogue does not know', code: 'feel', plant: also('applies', 'sickness.firstDay != null') },
  { name: 'a day held against a number', code: 'feel', plant: also('applies', 'contact.startDate > 5') },
  { name: 'a value that the fact cannot have', code: 'feel', plant: also('applies', 'case.targetGroup = "7.1"') },
  { name: 'a function that is none', code: 'feel', plant: also('met', 'addWorkdays(today, 1) > today') },
  { name: 'an argument too few', code: 'feel', plant: also('met', 'addDays(today) > today') },
  { name: 'a deadline that is no day', code: 'feel', plant: setLast('due', 'today = today') },
  { name: 'a warning that is no day', code: 'feel', plant: setLast('warnFrom', '7') },
  { name: 'a condition that is neither true nor false', code: 'feel', plant: setLast('applies', 'today') },
  { name: 'a bracket not closed', code: 'feel', plant: also('met', '(today = today') },
  { name: 'a name that nobody has given', code: 'feel', plant: also('met', 'opfyldtPaaAndenVis') },
  {
    name: 'a list without saying which row',
    code: 'feel',
    plant: also('met', 'document.date != null'),
    fits: ({ raw }) => raw['forEach'] !== 'document',
  },
  { name: 'a day in an expression that does not exist', code: 'feel', plant: also('applies', 'today > date("2026-02-30")') },
  { name: 'an order where there is none', code: 'feel', plant: also('applies', 'case.targetGroup < "6.2"') },
  { name: 'no decisive date', code: 'feel', plant: ({ raw, versions }) => [raw, ...versions].forEach((own) => delete own['decidedBy']) },
  {
    name: 'an anchor of another list',
    code: 'feel',
    plant: ({ raw }) => void (raw['anchor'] = raw['forEach'] === 'offer' ? 'decision.date' : 'offer.start'),
    fits: ({ raw }) => isText(raw['forEach']),
  },
]

const setText = (text: string): Fault['plant'] => set('text', text)

/** Faults of wording, citation and signature. */
export const WORDING_FAULTS: readonly Fault[] = [
  {
    name: 'a text that is hard to read',
    code: 'text',
    plant: setText('Sagsbehandlingskompetencen forudsætter beskæftigelsesmæssige helhedsvurderinger vedrørende arbejdsmarkedstilknytning.'),
  },
  { name: 'a text without a full stop', code: 'text', plant: ({ raw }) => void (raw['text'] = String(raw['text']).replace(/\.$/, '')) },
  { name: 'a text of three sentences', code: 'text', plant: setText('Gør det nu. Husk det. Så er det gjort.') },
  { name: 'a title with a full stop', code: 'text', plant: ({ raw }) => void (raw['title'] = `${String(raw['title']).slice(0, 80)}.`) },
  {
    name: 'a title in small letters',
    code: 'text',
    plant: ({ raw }) => void (raw['title'] = `frist: ${String(raw['title']).slice(0, 70)}`),
  },
  { name: 'a text that only repeats the title', code: 'text', plant: ({ raw }) => void (raw['text'] = `${String(raw['title'])}.`) },
  {
    name: 'an action that decides',
    code: 'text',
    plant: ({ raw }) => void (raw['action'] = { label: 'Giv borgeren en sanktion', link: 'sickness' }),
  },
  {
    name: 'something to do and no way to do it',
    code: 'text',
    plant: ({ raw, versions }) => {
      raw['kind'] = 'next-action'
      for (const own of [raw, ...versions]) delete own['action']
    },
  },
  { name: 'a citation that leads nowhere', code: 'citation', plant: setLast('cites', ['se vejledningen']) },
  { name: 'a stykke of no paragraph', code: 'citation', plant: setLast('cites', ['jf. stk. 2']) },
  { name: 'a citation given twice', code: 'citation', plant: setLast('cites', ['LAB § 31', 'LAB § 31']) },
  {
    name: 'a number and an address that are not the same',
    code: 'citation',
    plant: setLast('cites', [{ text: 'LBK nr. 280 af 01/03/2024', eli: 'eli/lta/2024/433' }]),
  },
  { name: 'a place that the law given does not have', code: 'citation', plant: setLast('cites', ['FJPL § 77, stk. 3']) },
  { name: 'a quote with a letter changed', code: 'quote', plant: setLast('note', 'Loven siger: »får råd og vejledningen.«') },
  { name: 'a review that is still to come', code: 'review', plant: setLast('review', { by: 'Jurist Jensen', on: '2099-01-01' }) },
  { name: 'a review by nobody', code: 'review', plant: setLast('review', { by: 'TODO', on: '2026-01-01' }) },
]

/** A quote and a citation as they stand in the law given: no fault may be found in them. */
export function withGoodLaw(raw: Raw): Raw {
  const clean = structuredClone(raw)
  const versions = clean['versions'] as Raw[]
  const last = versions.findLast(({ status }) => status === 'in-force')
  if (last) Object.assign(last, { note: 'Loven siger: »får råd og vejledning.«', cites: ['FJPL § 1, stk. 1'], from: last['from'] })
  return clean
}
