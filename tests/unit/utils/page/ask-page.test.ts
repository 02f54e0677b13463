// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { askPage } from '#utils/page/ask-page.ts'
import { findRaw } from '#utils/page/find.ts'

const rows = (count: number) => Array.from({ length: count }, (_, at) => `<div role="row"><span>Celle ${at}</span></div>`).join('')

it('a long list is found on a large page like anything else, and what is in it is passed over', () => {
  document.body.innerHTML = `<h2>Notater</h2><div role="grid">${rows(2500)}</div><p>Efter</p>`
  const ask = askPage(document.body)
  expect(ask(document.body, '[role="grid"]')).toHaveLength(1)
  expect(ask(document.body, 'span')).toEqual([])
  expect(ask(document.body, 'h2, p')).toHaveLength(2)
})

it('texts are gathered once for each look, and found the same as when the page is asked', () => {
  document.body.innerHTML = '<main><p>Log på</p><p>Indlæser…</p><p>log  på:</p></main>'
  const ask = askPage(document.body)
  for (const label of ['Log på', 'Indlæser…', 'Findes ikke']) {
    expect(findRaw({ label: [label] }, document.body, { ask })).toEqual(findRaw({ label: [label] }, document.body))
  }
  expect(findRaw({ label: ['Log på'] }, document.body, { ask })).toHaveLength(2)
})
