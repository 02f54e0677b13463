import { describe, expect, it } from 'vitest'
import { nameAct } from '#utils/knowledge/name-act.ts'

describe('the names of an act', () => {
  it('are the same through all consolidations', () => {
    const one = nameAct('Lov om en aktiv beskæftigelsesindsats')
    const other = nameAct('Bekendtgørelse af lov om en aktiv beskæftigelsesindsats')
    expect(other.base).toBe(one.base)
    expect(other.short).toBe('LAB')
    expect(other.names).toContain('lab')
  })

  it('come from the title, from the document and from the brackets', () => {
    expect(nameAct('Lov om sygedagpenge').names).toEqual(expect.arrayContaining(['sdl', 'sygedagpengeloven']))
    expect(nameAct('Forvaltningslov').names).toContain('forvaltningsloven')
    expect(nameAct('Lov om opdigtet fjordpleje (fjordplejeloven)', ['FJPL'])).toMatchObject({
      short: 'FJPL',
      base: 'lov om opdigtet fjordpleje',
    })
    expect(nameAct('Lov om opdigtet fjordpleje (fjordplejeloven)').names).toContain('fjordplejeloven')
  })

  it('do not make a bekendtgørelse the act that it is made under', () => {
    expect(nameAct('Bekendtgørelse om fjorde').base).toBe('bekendtgørelse om fjorde')
  })

  it('leave every act that changes others by itself', () => {
    expect(nameAct('Lov om ændring af lov om sygedagpenge').single).toBe(true)
    expect(nameAct('Lov om sygedagpenge').single).toBe(false)
  })
})
