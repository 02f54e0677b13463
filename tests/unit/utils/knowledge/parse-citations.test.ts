import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActRef, Step, Unit } from '#utils/knowledge/citation.ts'
import { formatPlace } from '#utils/knowledge/format-citation.ts'
import { parseCitations } from '#utils/knowledge/parse-citations.ts'

const short = (steps: readonly Step[]): string =>
  steps.map(({ unit, from, to }) => `${unit} ${from}${to === null ? '' : `..${to}`}`).join(' / ')
const places = (text: string): readonly string[] => parseCitations(text).map(({ steps }) => short(steps))
const actOf = (ref: ActRef | undefined): string => {
  if (!ref) return ''
  if (ref.form === 'words') return ref.words.join(' ')
  if (ref.form === 'number') return `${ref.type} ${ref.number} ${ref.date ?? ref.year}`
  return ref.form === 'eli' ? ref.eli : 'context'
}
const acts = (text: string): readonly string[] => (parseCitations(text)[0]?.acts ?? []).map(actOf)

describe('the spellings that lawyers use', () => {
  it.each([
    ['LAB § 31, stk. 2, nr. 3', 'paragraph 31 / stk 2 / nr 3', 'lab'],
    [
      '§ 31, stk. 2, nr. 3, i lov om en aktiv beskæftigelsesindsats',
      'paragraph 31 / stk 2 / nr 3',
      'lov om en aktiv beskæftigelsesindsats',
    ],
    [
      'lov om en aktiv beskæftigelsesindsats § 102, stk. 1, 1. pkt.',
      'paragraph 102 / stk 1 / pkt 1',
      'lov om en aktiv beskæftigelsesindsats',
    ],
    ['jf. lovbekendtgørelse nr. 280 af 1. marts 2024', '', 'LBK 280 2024-03-01'],
    ['LBK nr 280 af 01/03/2024', '', 'LBK 280 2024-03-01'],
    ['lov nr. 1750 af 29. december 2025', '', 'LOV 1750 2025-12-29'],
    ['LOV nr 1750 af 29/12/2025', '', 'LOV 1750 2025-12-29'],
    ['§ 4 i lov nr. 1750 af 29. december 2025', 'paragraph 4', 'LOV 1750 2025-12-29'],
    ['sygedagpengelovens § 27, stk. 1, nr. 2', 'paragraph 27 / stk 1 / nr 2', 'sygedagpengelovens'],
    ['SDL §13b stk. 1', 'paragraph 13b / stk 1', 'sdl'],
    ['aktivlovens §§ 35-40 a', 'paragraph 35..40a', 'aktivlovens'],
    ['LAS § 13, stk. 7, nr. 1-10', 'paragraph 13 / stk 7 / nr 1..10', 'las'],
    ['forvaltningslovens § 19, stk. 2, nr. 1', 'paragraph 19 / stk 2 / nr 1', 'forvaltningslovens'],
    ['FVL § 15 b, nr. 5', 'paragraph 15b / nr 5', 'fvl'],
    ['offl. § 30, nr. 1', 'paragraph 30 / nr 1', 'offl'],
    ['retssikkerhedslovens § 10', 'paragraph 10', 'retssikkerhedslovens'],
    ['bekendtgørelse nr. 1710 af 30. december 2024, § 11, stk. 3', 'paragraph 11 / stk 3', 'BEK 1710 2024-12-30'],
    ['BEK nr 1216 af 28/09/2023 § 46', 'paragraph 46', 'BEK 1216 2023-09-28'],
    ['VEJ nr. 9117 af 16. januar 2026, pkt. 2.1', 'point 2.1', 'VEJ 9117 2026-01-16'],
    ['databeskyttelsesforordningens artikel 6, stk. 1, litra e', 'article 6 / stk 1 / litra e', 'databeskyttelsesforordningens'],
    ['efter § 19, stk. 1, i forvaltningsloven', 'paragraph 19 / stk 1', 'forvaltningsloven'],
    ['LBK 280/2024 § 3', 'paragraph 3', 'LBK 280 2024'],
    ['https://www.retsinformation.dk/eli/lta/2024/280#P31a', 'paragraph 31a', 'eli/lta/2024/280'],
    ['forordning (EU) 2016/679, artikel 15, stk. 3', 'article 15 / stk 3', 'FOR 679 2016'],
    ['lovens kap. 16 a', 'chapter 16a', 'context'],
    ['§ 7 i samme lov', 'paragraph 7', 'context'],
  ])('%s', (text, place, act) => {
    expect(places(text)).toEqual([place])
    expect(acts(text)).toEqual([act])
  })

  it.each([
    ['§ 5, stk. 1, nr. 2 og 3, og stk. 4', ['paragraph 5 / stk 1 / nr 2', 'paragraph 5 / stk 1 / nr 3', 'paragraph 5 / stk 4']],
    ['§§ 5, 7 og 9-11', ['paragraph 5', 'paragraph 7', 'paragraph 9..11']],
    ['§ 13 a-c og § 14 a og b', ['paragraph 13a..13c', 'paragraph 14a', 'paragraph 14b']],
    ['§ 102, stk. 1, 1. og 2. pkt.', ['paragraph 102 / stk 1 / pkt 1', 'paragraph 102 / stk 1 / pkt 2']],
    ['§ 102, stk. 1, 2.-4. pkt.', ['paragraph 102 / stk 1 / pkt 2..4']],
    ['§ 3, stk. 2, jf. stk. 5', ['paragraph 3 / stk 2', 'paragraph 3 / stk 5']],
    ['kap. 8 (§§ 41-45)', ['chapter 8 / paragraph 41..45']],
    ['jf. dog stk. 2', ['stk 2']],
    ['§ 5 og 7 dage', ['paragraph 5']],
    ['§ 13 i, stk. 2', ['paragraph 13i / stk 2']],
    ['§ 9 A, Stk. 2', ['paragraph 9a / stk 2']],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected)
  })

  it('reads the text of an act that a name is pinned to', () => {
    expect(acts('LAB § 31, stk. 1, jf. LBK nr. 280 af 1. marts 2024')).toEqual(['lab', 'LBK 280 2024-03-01'])
    expect(acts('lov om fjorde, jf. lovbekendtgørelse nr. 280 af 1. marts 2024, § 31')).toEqual(['lov om fjorde', 'LBK 280 2024-03-01'])
  })

  it('gives each paragraph the act that stands beside it', () => {
    const read = parseCitations('LAB § 5, stk. 2, og § 7 i SDL').map(({ steps, acts: refs }) => [short(steps), ...refs.map(actOf)])
    expect(read).toEqual([
      ['paragraph 5 / stk 2', 'lab'],
      ['paragraph 7', 'sdl'],
    ])
  })

  it('takes no date that does not exist for one', () => {
    expect(acts('LBK nr. 280 af 31. februar 2024')).toEqual(['LBK 280 null'])
  })

  it('finds no citation in prose', () => {
    expect(parseCitations('Borgeren ringede kl. 9.30 den 3. marts og bad om nr. 4 på listen. Hun bor i lejlighed 2.')).toEqual([])
  })
})

const number = fc.integer({ min: 1, max: 400 }).map(String)
const lettered = fc.tuple(number, fc.constantFrom('', 'a', 'b', 'c', 'i', 'k')).map(([digits, letter]) => `${digits}${letter}`)
const step = (unit: Unit, from: fc.Arbitrary<string>) => from.map((text): Step => ({ unit, from: text, to: null }))
const place = fc
  .tuple(
    step('paragraph', lettered),
    fc.option(step('stk', number)),
    fc.option(step('nr', number)),
    fc.option(step('litra', fc.constantFrom('a', 'b', 'h', 'i', 'j'))),
    fc.option(step('pkt', number)),
  )
  .map((steps) => steps.filter((each) => each !== null))

describe('any place', () => {
  it('reads back what it writes, whatever the joints, the spaces and the capitals', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(', ', ','), fc.constantFrom(' ', '\u00A0', '  '), fc.boolean(), (steps, joint, space, upper) => {
        const usual = formatPlace(steps).replaceAll(', ', joint).replaceAll(' ', space)
        const text = upper
          ? usual.replace(/^(§\s*\d+\s*)(\p{Ll})/u, (_, head: string, letter: string) => head + letter.toUpperCase())
          : usual
        expect(parseCitations(text).map((each) => each.steps)).toEqual([steps])
      }),
    )
  })

  it('keeps to the place when a sentence goes on behind it', () => {
    fc.assert(
      fc.property(
        place,
        fc.constantFrom('.', ', skal kommunen', ' skal kommunen', ' og sådan', ')', ' i loven', ' i lov nr. 5 af 1. marts 2020'),
        (steps, after) => {
          expect(parseCitations(`Efter ${formatPlace(steps)}${after}`).map((each) => each.steps)).toEqual([steps])
        },
      ),
    )
  })

  it('gives offsets that lie within the text, in order, and never throws', () => {
    const piece = fc.constantFrom(
      '§',
      '§§',
      ' ',
      ', ',
      '.',
      '-',
      '5',
      '12 a',
      'stk',
      'nr.',
      'litra',
      'i',
      'og',
      'lov',
      'nr',
      'af',
      '1/3 2024',
      'eli/lta/2024/1',
      'jf.',
      '(',
      ')',
      'pkt.',
      'LAB',
      'lov om x',
      '\u00AD',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join(' ')),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let before = 0
          for (const { start, end } of parseCitations(text)) {
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            before = start
          }
        },
      ),
    )
  })

  it('reads a long text of citations in time that grows with its length', () => {
    const text = 'Efter lov om fjorde og øer § 5, stk. 1, og § 7 i lov nr. 5 af 1. marts 2020 skal det ske. '.repeat(400)
    const from = performance.now()
    expect(parseCitations(text).length).toBeGreaterThan(700)
    expect(performance.now() - from).toBeLessThan(3000)
  })
})
