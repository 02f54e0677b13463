// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { keepEarlyChanges, takeEarlyChanges } from '#utils/page/early-changes.ts'
import { IdentityPlace } from '#utils/page/identity-place.ts'

const find = (css: string): Element => {
  const found = document.querySelector(css)
  if (!found) throw new Error(css)
  return found
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

/** Since when the heading stands untouched, counted from when watching began; `null` when nobody can tell. */
async function untouchedAfter(change: () => void): Promise<number | null> {
  keepEarlyChanges(window)
  await pause()
  change()
  await pause()
  const early = takeEarlyChanges()
  const place = new IdentityPlace()
  place.note(find('h1'))
  const since = early && place.untouchedSince(early)
  return early && since !== null ? since - early.from : null
}

beforeEach(() => {
  document.body.innerHTML = '<main><header><h1>Anna Prøve</h1></header><section></section></main>'
})

it('what nothing has touched stands from when watching began', async () => {
  expect(await untouchedAfter(() => find('section').append('Mere'))).toBe(0)
})

it.each<[string, () => void]>([
  ['its text', () => (find('h1').textContent = 'Bo Prøve')],
  ['its attribute', () => find('h1').setAttribute('data-id', '2')],
  ['what shows it', () => find('main').setAttribute('class', 'vist')],
  ['its coming', () => find('header').replaceWith(Object.assign(document.createElement('header'), { innerHTML: '<h1>Bo</h1>' }))],
])('%s makes it stand from then', async (_what, change) => {
  expect(await untouchedAfter(change)).toBeGreaterThan(0)
})

it('nobody can tell when too much happened, when nobody watched, or in a shadow root', async () => {
  const many = () => {
    for (let at = 0; at < 2100; at += 1) find('section').append('x')
  }
  expect(await untouchedAfter(many)).toBeNull()
  expect(takeEarlyChanges()).toBeNull()
  const root = find('section').attachShadow({ mode: 'open' })
  root.innerHTML = '<h1>Skygge</h1>'
  const place = new IdentityPlace()
  place.note(root.firstElementChild ?? find('h1'))
  expect(place.untouchedSince({ from: 1, batches: [] })).toBeNull()
})
