import { describe, expect, it } from 'vitest'
import { STYLES, styleClass, stylesheet, type StyleName } from '#demo/dialect-m/styles/compile.ts'

const names = Object.keys(STYLES) as StyleName[]

describe('generated classes', () => {
  it('look like hashes and are one for each style', () => {
    const classes = names.map((name) => styleClass(name, '1'))
    expect(classes.every((made) => /^css-1[0-9a-z]{6}$/.test(made))).toBe(true)
    expect(new Set(classes).size).toBe(names.length)
  })

  it('all change with the seed and stay with the same one', () => {
    expect(names.filter((name) => styleClass(name, '1') === styleClass(name, '2'))).toEqual([])
    expect(stylesheet('1')).toBe(stylesheet('1'))
  })

  it('give nothing of the style names away', () => {
    const sheet = stylesheet('1')
    expect(names.filter((name) => name.length > 8 && sheet.includes(name))).toEqual([])
  })
})
