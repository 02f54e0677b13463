import { describe, expect, it } from 'vitest'
import { holds, toNeedle } from '#utils/disclosure/export/attack/needle.ts'
import { isHolding } from '#utils/disclosure/export/attack/holding-export.ts'
import { readRaw } from '#utils/disclosure/export/attack/raw-file.ts'
import { rawHolds } from '#utils/disclosure/export/attack/raw-texts.ts'
import { layOutText } from '#utils/disclosure/export/build/lay-out-text.ts'
import { cleanTitle } from '#utils/disclosure/export/build/clean-title.ts'
import { cleanContent } from '#utils/disclosure/export/clean/clean-content.ts'
import { stripJpeg } from '#utils/disclosure/export/clean/strip-jpeg.ts'
import { blacken } from '#utils/disclosure/export/pdf/blacken.ts'
import { joinBoxes } from '#utils/disclosure/export/pdf/join-boxes.ts'
import { spotsOf } from '#utils/disclosure/export/pdf/spots-of.ts'
import { fold } from '#utils/disclosure/export/spelling.ts'

const cpr = toNeedle('110647-6123', true, () => false)
const name = toNeedle('Bidor Fjeldrup', true, () => false)

describe('a needle', () => {
  it.each(['1106476123', '11 06 47 - 6123', '11.06.47-6123', '110647\n6123', 'x1106476123x', '3216746011', '１１０６４７-６１２３'])(
    'is found as %j',
    (text) => {
      expect(holds(fold(text), cpr)).toBe(true)
    },
  )

  it.each(['BIDOR  FJELDRUP', 'Fjeldrup', 'Bi dor Fjel-\ndrup', 'Bidor\u00adFjeldrup'])('of a name is found as %j', (text) => {
    expect(holds(fold(text), name)).toBe(true)
  })

  it.each(['Fjeldrupgaard', 'Bidorthe', '110647-612', 'Dorfjeld'])('is not found in %j', (text) => {
    expect(holds(fold(text), cpr) || holds(fold(text), name)).toBe(false)
  })
})

describe('the boxes of a hit', () => {
  it('become one a line, higher and hardly wider', () => {
    const [box, ...more] = joinBoxes([
      { left: 10, top: 10, right: 30, bottom: 20 },
      { left: 34, top: 10, right: 60, bottom: 20 },
    ])
    expect(more).toEqual([])
    expect(box).toEqual({ left: 9.7, top: 8.75, right: 60.3, bottom: 21.25 })
  })

  it('leave another column and another line alone', () => {
    const apart = [
      { left: 10, top: 10, right: 30, bottom: 20 },
      { left: 200, top: 10, right: 220, bottom: 20 },
      { left: 10, top: 30, right: 40, bottom: 40 },
    ]
    expect(joinBoxes(apart)).toHaveLength(3)
  })

  it('of two lines stay two, and letters one below the other become one', () => {
    const below = (count: number, width: number) =>
      Array.from({ length: count }, (_, at) => ({ left: 10, top: 10 + at * 10, right: 10 + width, bottom: 19 + at * 10 }))
    expect(joinBoxes(below(2, 40))).toHaveLength(2)
    expect(joinBoxes(below(6, 11))).toHaveLength(1)
  })

  it('on a turned page do not eat the words before and behind', () => {
    const [box] = joinBoxes([{ left: 100, top: 50, right: 110, bottom: 150 }])
    expect(box).toEqual({ left: 98.75, top: 49.7, right: 111.25, bottom: 150.3 })
  })
})

describe('a text among glyphs', () => {
  const glyphs = (text: string) => Array.from(text, (char, at) => ({ char, box: { left: at, top: 0, right: at + 1, bottom: 1 } }))

  it('is found however it is spaced, with its ligatures', () => {
    expect(spotsOf('110647-6123', glyphs('nr 11 06 47 6123.'))[0]).toHaveLength(10)
    expect(spotsOf('Sofi', glyphs('Soﬁ er'))[0]).toHaveLength(4)
  })

  it('is not found inside another word', () => {
    expect(spotsOf('Dal', glyphs('Dalgaard Sandal'))).toEqual([])
  })
})

describe('the content of a page', () => {
  it('keeps what paints and loses what only speaks', () => {
    const { text, used } = cleanContent('% Bidor\n/Span <</ActualText (Bidor)>> BDC BT /F1 9 Tf (hej \\) (du)) Tj ET EMC /Im1 Do')
    expect(text).not.toContain('Bidor')
    expect(text).toContain('(hej \\) (du)) Tj')
    expect([...used.Font, ...used.XObject]).toEqual(['F1', 'Im1'])
  })

  it('drops invisible text, and makes a picture where it cannot tell', () => {
    expect(cleanContent('BT 3 Tr (Bidor) Tj ET').text).not.toContain('Bidor')
    for (const content of ['BT (a) Tj 3 Tr (b) Tj ET', '/OC /MC0 BDC f EMC', 'BI /W 1 ID x EI', '(a Tj', 'hokus', '3 Tr /Fm0 Do'])
      expect(() => cleanContent(content)).toThrow()
  })

  it('gives back what it saved', () => {
    expect(cleanContent('q q 1 0 0 1 5 5 cm').text.match(/\bQ\b/g)).toHaveLength(3)
    expect(cleanContent('Q Q f').text.match(/\bQ\b/g)).toHaveLength(1)
  })
})

it('strips a photograph of what was written beside it, and behind it', () => {
  const segment = (marker: number, text: string) => [0xff, marker, 0, text.length + 2, ...Buffer.from(text)]
  const jpeg = [
    0xff,
    0xd8,
    ...segment(0xe1, 'Exif Bidor'),
    ...segment(0xfe, 'Bidor'),
    ...segment(0xdb, 'q'),
    ...segment(0xda, 's'),
    1,
    2,
    0xff,
    0xd9,
  ]
  const clean = stripJpeg(Uint8Array.from([...jpeg, ...Buffer.from('Bidor')]))
  expect(Buffer.from(clean).toString('latin1')).not.toContain('Bidor')
  expect(Buffer.from(clean.slice(-2)).toString('hex')).toBe('ffd9')
  expect(() => stripJpeg(Uint8Array.from([1, 2, 3]))).toThrow()
})

it('paints bars outwards to whole pixels', () => {
  const picture = { width: 4, height: 4, pixels: new Uint8ClampedArray(64).fill(255) }
  blacken(picture, [{ left: 0.6, top: 0.6, right: 1.2, bottom: 1.2 }], 2)
  expect(Buffer.from(picture.pixels.slice(20, 24)).toString('hex')).toBe('000000ff')
  expect(picture.pixels[0]).toBe(255)
})

it('lays text out with bars of one width, and loses no letter', () => {
  const long = 'x'.repeat(400)
  const pages = layOutText(['Om ', null, ' og ', null, `\n${'ord '.repeat(2000)}${long}`], (text) => text.length * 6)
  const bars = pages.flatMap(({ bars: all }) => all)
  expect(new Set(bars.map(({ left, right }) => right - left)).size).toBe(1)
  const text = pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('')
  expect(text).toBe(`Omog${'ord'.repeat(2000)}${long}`)
  expect(pages.length).toBeGreaterThan(1)
  for (const { lines } of pages) for (const { x, text: line } of lines) expect(x + line.length * 6).toBeLessThanOrEqual(595 - 56 + 1)
})

it('keeps a title that tells nothing, and no other', () => {
  expect(cleanTitle('Samtale marts', [name])).toBe('Samtale marts')
  for (const title of ['Brev fra Bidor Fjeldrup', 'om fjeldrup', 'cpr 250548-7007']) expect(cleanTitle(title, [name])).toBe('Dokument')
})

it('reads bytes in every coding', async () => {
  const wide = Buffer.from('110647-6123', 'utf16le').swap16().toString('hex')
  for (const body of ['(110647-6123)', '(1106)(476123)', `<${wide}>`, '(\\061\\061\\060\\066476123)', '% 1106476123', '/S#31106476123']) {
    const raw = await readRaw(Buffer.from(`%PDF-1.7\n1 0 obj\n${body}\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`, 'latin1'))
    expect(rawHolds(raw, [cpr]), body).toBe(true)
    expect([raw.endings, raw.orphans], body).toEqual([1, 0])
  }
})

it('takes nothing for attacked that it has not attacked', () => {
  expect(isHolding({ files: [], pages: 0 })).toBe(false)
})
