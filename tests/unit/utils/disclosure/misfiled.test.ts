import { describe, expect, it } from 'vitest'
import { findMisfiled } from '#utils/disclosure/misfiled/find-misfiled.ts'
import { documentOf } from './documents.ts'

const SUBJECT = { cpr: '1407527123', name: 'Kirsten Prøvesen', own: [] }
const OWN = 'Journalnotat\nBorger: Kirsten Prøvesen\nCPR: 140752-7123\n\nMødte til samtale.'
const OTHER = 'Lægeattest\nPatient: Odder Fremmedsen, 010160-7123\n\nHar smerter.'
const NOBODY = 'Der er givet vejledning om rettigheder og pligter.'

const owners = (...pages: readonly string[]) => findMisfiled([documentOf('a', ...pages)], SUBJECT).pages.map(({ owner }) => owner)

describe('findMisfiled', () => {
  it('tells own from others’ pages inside one bundle', () => {
    expect(owners(OWN, NOBODY, OTHER, NOBODY, OWN)).toEqual(['citizen', 'citizen', 'other', 'other', 'citizen'])
  })

  it('gives pages without a name to the letter that their number belongs to', () => {
    expect(owners(OWN, `${NOBODY}\nSide 1 af 2`, `${OTHER}\nSide 2 af 2`)).toEqual(['citizen', 'other', 'other'])
  })

  it('leaves a relative’s number in the citizen’s own letter alone', () => {
    expect(owners(`${OWN} Samlever Odder Fremmedsen (010160-7123) deltog.`)).toEqual(['citizen'])
  })

  it('says that it does not know whose a leaflet is', () => {
    expect(owners(NOBODY)).toEqual(['unknown'])
  })

  it('names the part that is misfiled, with a reason', () => {
    expect(findMisfiled([documentOf('a', OWN, OTHER)], SUBJECT).misfiled).toEqual([
      { document: 'a', from: 2, to: 2, whole: false, reasons: ['cpr-labelled'] },
    ])
  })

  it('learns from the file what the citizen is called', () => {
    const letter = 'Kære Kirsten Prøvesen\n\nDu indkaldes.'
    expect(
      findMisfiled([documentOf('a', OWN), documentOf('b', letter), documentOf('c', letter.replace('Kirsten', 'Sander'))], {
        ...SUBJECT,
        name: null,
      }).pages.map(({ owner }) => owner),
    ).toEqual(['citizen', 'citizen', 'other'])
  })
})
