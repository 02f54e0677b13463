import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '#utils/disclosure/finding/categories.ts'
import { FileFinder } from '#utils/disclosure/finding/file-finder.ts'
import { findIn } from '#utils/disclosure/finding/find-in.ts'
import { WHY } from '#utils/disclosure/finding/why-words.ts'
import type { FileSubject } from '#utils/disclosure/model/finding.ts'
import { documentOf } from './documents.ts'

const SUBJECT: FileSubject = { cpr: '1407527123', name: 'Kirsten Prøvesen', own: ['Øvelsesvej 12', '20 30 40 50', 'kirsten@example.dk'] }

const found = (text: string, subject = SUBJECT) =>
  findIn(documentOf('a', text), subject).map(({ category, text: written, role }) =>
    role === null ? `${category}: ${written}` : `${category} ${role}: ${written}`,
  )

describe('findIn', () => {
  it.each(['140752-7123', '1407527123', '14 07 52 7123', '140752-XXXX', '140752\n7123', '14.07.52-7123'])(
    'never calls the citizen’s own number foreign: %j',
    (own) => {
      expect(found(`Cpr-nr. ${own} er oplyst.`)).toEqual([])
    },
  )

  it.each([
    ['cpr', 'Samlevers cpr 010160-7123 er oplyst.', '010160-7123'],
    ['cpr', 'Erstatningsnummer 740752-7123 er brugt.', '740752-7123'],
    ['cpr', 'cpr 020329-1WQ3', '020329-1WQ3'],
    ['phone', 'Ring på tlf. 86 12 34 56 i morgen.', '86 12 34 56'],
    ['phone', 'Hun har nummeret +46 70 123 45 67 i udlandet.', '+46 70 123 45 67'],
    ['email', 'Skriv til a.b-c@kommune.example.dk.', 'a.b-c@kommune.example.dk'],
    ['iban', 'IBAN DK50 0040 0440 1162 43', 'DK50 0040 0440 1162 43'],
    ['account', 'Overføres til reg. 1234 konto 0012345678.', '1234 konto 0012345678'],
    ['cvr', 'CVR-nr. 12345678', '12345678'],
    ['number-plate', 'Bilen AB 12 345 holdt der.', 'AB 12 345'],
    ['address', 'Han bor på Gammel Skolevej 12, 2. tv, 8000 Aarhus C.', 'Gammel Skolevej 12, 2. tv, 8000 Aarhus C'],
    ['protected-address', 'Adressebeskyttelse. Bor på Nørre Allé 4.', 'Nørre Allé 4'],
    ['secret', 'Kodeord til systemet er: Sommer2026', 'Sommer2026'],
    ['staff-private', 'Sagsbehandleren er sygemeldt til maj.', 'er sygemeldt'],
    ['draft', 'UDKAST\nAfgørelse', 'UDKAST'],
    ['internal-document', 'Internt notat\nTil sagen', 'Internt notat'],
    ['lawyer-letter', 'Advokatfirmaet Holm\nVedr. retssag mod kommunen', 'Advokatfirmaet'],
    ['health', 'Hendes mor har en depression.', 'depression'],
    ['belief', 'Naboen er muslim.', 'muslim'],
  ])('finds %s in %j', (category, text, written) => {
    expect(
      findIn(documentOf('a', text), SUBJECT)
        .filter((finding) => finding.category === category)
        .map((finding) => finding.text),
    ).toContain(written)
  })

  it.each([
    'Vi ses den 12. marts 2026 kl. 10.30.',
    'Sagsnr. 12345678',
    'Journalnr. 20-123456',
    '12 timer om ugen i 26 uger',
    'LAB § 31, stk. 2',
    'Side 12 af 30',
  ])('leaves alone what only looks alike: %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('leaves out what is known as the citizen’s own, but never a protected address', () => {
    expect(found('Bor Øvelsesvej 12, tlf. 20 30 40 50, kirsten@example.dk.')).toEqual([])
    expect(found('Beskyttet adresse: Øvelsesvej 12.')).toEqual(['protected-address: Øvelsesvej 12'])
  })

  it('says nothing of the citizen’s own health', () => {
    expect(found('Borgeren har en depression.')).toEqual([])
  })

  it('gives places inside the text and never one text twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const { start, end, text: written } of findIn(documentOf('a', text), SUBJECT)) expect(text.slice(start, end)).toBe(written)
      }),
    )
  })
})

describe('names', () => {
  const names = (text: string, subject: FileSubject = { cpr: '1407527123', name: null, own: [] }) =>
    found(text, subject).filter((one) => one.startsWith('person'))

  it.each([
    ['Læge Tavi Brunholt er orienteret.', 'person læge: Tavi Brunholt'],
    ['Hendes søn Drevik Ulmasen ringer.', 'person pårørende: Drevik Ulmasen'],
    ['Naboen Zelda Quarnheim har klaget.', 'person uvedkommende: Zelda Quarnheim'],
    ['Mvh\nOddfrida Kvernmo\nSocialrådgiver', 'person sagsbehandler: Oddfrida Kvernmo'],
    ['Direktør Ayvaz Temirbek skriver.', 'person arbejdsgiver: Ayvaz Temirbek'],
    ['Ifølge dr. al Waowle er det varigt.', 'person læge: al Waowle'],
    ['Adressen er 8200 Aarhus N.\nLæge Tavi Brunholt', 'person læge: Tavi Brunholt'],
    ['Jeg talte med Nguyễn Thị Mẫu om det.', 'person uvedkommende: Nguyễn Thị Mẫu'],
  ])('%j', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  it.each([
    'Sagen er sendt til Jobcenter Aarhus og Ankestyrelsen.',
    'Praktik hos Fjordby Tømrer A/S og Novo Nordisk.',
    'Mandag den 3. maj tager hun Panodil.',
    'Børne- og Familieafdelingen i Vejle Kommune har svaret.',
    'Afgørelse om Sygedagpenge',
    'Han bor på Nørre Allé 12, 8000 Aarhus C.',
  ])('finds nobody in %j', (text) => {
    expect(names(text)).toEqual([])
  })

  it('finds a name that is certain once everywhere in the file, also the first name alone and in the genitive', () => {
    const finder = new FileFinder({ cpr: '1407527123', name: null, own: [] })
    finder.read(documentOf('a', 'I går kom Xantripp for sent.'))
    finder.read(documentOf('b', 'Naboen Xantripp Odderbo har klaget. Xantripps hund gør.'))
    expect(finder.findings().map(({ document, text }) => `${document}: ${text}`)).toEqual([
      'a: Xantripp',
      'b: Xantripp Odderbo',
      'b: Xantripps',
    ])
    expect(new Set(finder.findings().map(({ same }) => same)).size).toBe(1)
  })

  it('knows the citizen by name', () => {
    expect(names('Sagsbehandler Mette Holm talte med Kirsten Prøvesen.', SUBJECT)).toEqual([
      'person sagsbehandler: Mette Holm',
      'person borger: Kirsten Prøvesen',
    ])
  })
})

describe('the table of categories', () => {
  it('has words and a paragraph for each', () => {
    for (const { label, explanation, paragraphs } of Object.values(CATEGORIES)) {
      expect(label.length * explanation.length).toBeGreaterThan(0)
      expect(Object.values(paragraphs)).toHaveLength(5)
    }
  })

  it('has a sentence for each reason that the finders give', () => {
    const folder = path.resolve(import.meta.dirname, '../../../../utils/disclosure/finding')
    const code = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))
    const reasons = code.flatMap((text) =>
      [...text.matchAll(/why: '([a-z-]+)'|return '([a-z]+-[a-z-]+|field)'|'(staff-[a-z]+)'\)/g)].map(
        (match) => match[1] ?? match[2] ?? match[3] ?? '',
      ),
    )
    expect(reasons.length).toBeGreaterThan(15)
    expect(reasons.filter((reason) => WHY[reason] === undefined && reason !== 'other-person')).toEqual([])
  })
})
