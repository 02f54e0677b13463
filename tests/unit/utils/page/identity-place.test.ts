// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { IdentityPlace } from '#utils/page/identity-place.ts'

const record = (target: Node, type: MutationRecordType = 'childList') => ({ target, type }) as MutationRecord
let place = new IdentityPlace()
const find = (css: string): Element => {
  const found = document.querySelector(css)
  if (!found) throw new Error(css)
  return found
}

beforeEach(() => {
  document.body.innerHTML = '<main><header data-id="1"><h1>Anna Prøve</h1></header><section><p>Tekst</p></section></main>'
  place = new IdentityPlace()
  place.note(find('h1'))
})

it('is not concerned by what changes elsewhere, or around it', () => {
  expect(place.concerns([record(find('section'))])).toBe(false)
  expect(place.concerns([record(find('main'))])).toBe(false)
})

it('is concerned when what stood there says something else', () => {
  const heading = find('h1')
  heading.textContent = 'Bo Prøve'
  expect(place.concerns([record(heading)])).toBe(true)
})

it('is concerned when an attribute of it has changed', () => {
  place.note(find('header'))
  find('header').setAttribute('data-id', '2')
  expect(place.concerns([record(find('header'))])).toBe(true)
})

it('is concerned when something around it is shown or hidden', () => {
  expect(place.concerns([record(find('main'), 'attributes')])).toBe(true)
  expect(place.concerns([record(find('section'), 'attributes')])).toBe(false)
})

it('is concerned when the element is gone, even if another says the same', () => {
  const heading = find('h1')
  heading.replaceWith(heading.cloneNode(true))
  expect(place.concerns([record(find('header'))])).toBe(true)
})

it('is concerned by every change as long as nothing is known, and by what happens in a shadow root', () => {
  const root = find('section').attachShadow({ mode: 'open' })
  root.append(document.createElement('p'))
  expect(place.concerns([record(root.firstChild ?? root)])).toBe(true)
  place.forget()
  expect(place.concerns([record(find('section'))])).toBe(true)
})

it('stands while all of it is there, seen and saying the same', () => {
  expect(place.stands()).toBe(true)
  find('h1').setAttribute('title', 'ny')
  expect(place.stands()).toBe(false)
})

it('does not stand when it has gone, is hidden, or when nothing was noted', () => {
  find('main').setAttribute('hidden', '')
  expect(place.stands()).toBe(false)
  find('main').removeAttribute('hidden')
  find('h1').remove()
  expect(place.stands()).toBe(false)
  place.forget()
  expect(place.stands()).toBe(false)
})
