// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { day } from '#utils/domain/calendar-day.ts'
import { RuleList, type RuleItem } from '#components/guidance/rule-list.tsx'

const rule = (id: string, over: Partial<RuleItem> = {}): RuleItem => ({
  id,
  title: `Regel ${id}`,
  text: 'Tekst',
  citations: ['LAB § 31'],
  law: { lawStatus: 'in-force', versionFrom: day('2026-07-01'), review: null },
  mayChangeOn: null,
  on: true,
  managed: false,
  snoozedUntil: null,
  dismissals: 0,
  ...over,
})
const RULES = [
  rule('a'),
  rule('b', { on: false, dismissals: 3 }),
  rule('c', { managed: true }),
  rule('d', { snoozedUntil: day('2026-11-29') }),
]
const [onSwitch, onWake] = [vi.fn(), vi.fn()]
const show = () => render(<RuleList rules={RULES} onSwitch={onSwitch} onWake={onWake} />)
const toggle = (name: string) => screen.getByRole('switch', { name })

afterEach(() => {
  cleanup()
  onSwitch.mockClear()
  onWake.mockClear()
})

it('switches a rule on and off', () => {
  show()
  fireEvent.click(toggle('Regel a'))
  fireEvent.click(toggle('Regel b'))
  expect(onSwitch.mock.calls).toEqual([
    ['a', false],
    ['b', true],
  ])
  expect(screen.getByText('Skjult 3 gange')).toBeDefined()
})

it('locks what the organisation has decided, and says so where the switch is read', () => {
  show()
  fireEvent.click(toggle('Regel c'))
  expect(onSwitch).not.toHaveBeenCalled()
  const note = document.getElementById(toggle('Regel c').getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toContain('Styres af din organisation')
})

it('wakes a snoozed rule and filters', () => {
  show()
  fireEvent.click(screen.getByRole('button', { name: /^Udsat/ }))
  expect(screen.getAllByRole('switch')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: 'Vis igen nu: Regel d' }))
  expect(onWake).toHaveBeenCalledExactlyOnceWith('d')
  fireEvent.click(screen.getByRole('button', { name: /^Slået fra/ }))
  expect(screen.getAllByRole('switch').map((one) => one.getAttribute('aria-checked'))).toEqual(['false'])
})

it('says that no jurist stands behind a rule, and that a draft may change it', () => {
  render(<RuleList rules={[rule('e', { mayChangeOn: day('2027-01-01') })]} onSwitch={onSwitch} onWake={onWake} />)
  const note = screen.getByText(/LAB § 31/)
  expect(note.textContent).toContain('ikke juridisk kvalitetssikret')
  expect(note.textContent).toContain('ændres muligvis 1. jan. 2027')
})
