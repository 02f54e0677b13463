// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextActions, openAdvice } from '#utils/assistant/advice-groups.ts'
import { OverlayApp } from '#components/overlay/overlay-app.tsx'
import type { OverlayModel, SlotName } from '#components/overlay/overlay-model.ts'
import { sampleAdvice, sampleExplain, TODAY } from '#tests/gallery/sample-advice.ts'

const OPEN = openAdvice(sampleAdvice)
const [LATE] = OPEN
const MODEL: OverlayModel = {
  status: { kind: 'partly', left: 8 },
  actions: nextActions(sampleAdvice),
  open: OPEN,
  chip: LATE ?? null,
  locked: [],
  today: TODAY,
  spots: [
    { id: 'spot-1', advice: OPEN.slice(0, 1) },
    { id: 'spot-2', advice: OPEN.slice(1, 3) },
  ],
}

const events = { follow: vi.fn(), snooze: vi.fn(), dismiss: vi.fn(), openPanel: vi.fn(), showFact: vi.fn() }
const slots = new Map<SlotName, HTMLElement>()
const page = {
  onSlot: (name: SlotName, element: HTMLElement | null) => {
    if (element) slots.set(name, element)
    else slots.delete(name)
  },
  placeOf: () => 'here' as const,
  mayShow: ({ key }: { key: string }) => key !== 'decision.type',
}

function show(over: Partial<OverlayModel> = {}, message: string | null = null, features = { bar: true, rowHints: true }) {
  return render(
    <OverlayApp model={{ ...MODEL, ...over }} explain={sampleExplain} page={page} events={events} message={message} features={features} />,
  )
}

const bar = () => screen.getByRole('group', { name: 'Næste handlinger' })
const more = () => within(bar()).getByRole('button', { name: /vis alle/ })
const marker = (name: RegExp) =>
  screen.getAllByRole('button', { name }).find((one) => one.className === 'sh-marker') ?? expect.fail('no marker')
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true })

beforeEach(() => {
  slots.clear()
  for (const spy of Object.values(events)) spy.mockClear()
})
afterEach(cleanup)

describe('the bar', () => {
  it('shows the most urgent next actions with their days, the count of the rest, and how far reading has come', () => {
    show()
    const names = within(bar())
      .getAllByRole('button')
      .map((button) => button.textContent)
    expect(names[0]).toContain('Gå til partshøring2 dage over fristen')
    expect(names[1]).toContain('Book samtaleom 3 dage')
    expect(within(bar()).getByText('8 dele er ikke læst')).toBeDefined()
    expect(more().textContent).toContain(': vis alle: 7 at se på, 2 kan ikke vurderes')
    expect(more().querySelector('[data-for=wide]')?.textContent).toBe('4 mere')
    expect(more().querySelector('[data-for=narrow]')?.textContent).toBe('6 mere')
  })
  it('follows a link in one press', () => {
    show()
    fireEvent.click(within(bar()).getByRole('button', { name: /Book samtale/ }))
    expect(events.follow).toHaveBeenCalledExactlyOnceWith('book-meeting')
  })
  it('is quiet when nothing is open', () => {
    show({ actions: [], open: [], spots: [], chip: null })
    expect(within(bar()).getByText('Intet at gøre i det læste')).toBeDefined()
    expect(within(bar()).queryByRole('button', { name: /vis alle/ })).toBeNull()
  })
  it('is left out by policy, and markers stay', () => {
    show({}, null, { bar: false, rowHints: true })
    expect(screen.queryByRole('group', { name: 'Næste handlinger' })).toBeNull()
    expect(marker(/Partshøringens/)).toBeDefined()
  })
  it('moves among its buttons with arrows, Home and End', () => {
    show()
    const buttons = within(bar()).getAllByRole('button')
    buttons[0]?.focus()
    press('ArrowRight')
    expect(document.activeElement).toBe(buttons[1])
    press('ArrowLeft')
    press('ArrowLeft')
    expect(document.activeElement).toBe(buttons.at(-1))
    press('Home')
    expect(document.activeElement).toBe(buttons[0])
    press('End')
    expect(document.activeElement).toBe(buttons.at(-1))
  })
})

describe('the list', () => {
  it('counts what cannot be judged apart from what there is to do', () => {
    const unknown = OPEN.filter((one) => one.verdict === 'unknown')
    show({ open: unknown, actions: [], spots: [], chip: null })
    expect(more().querySelector('[data-for=wide]')?.textContent).toBe('2 kan ikke vurderes')
    fireEvent.click(more())
    expect(screen.getByRole('heading', { name: 'Intet at se på i det læste' })).toBeDefined()
    expect(screen.getAllByRole('button', { name: /^Hvorfor ikke\?/ })).toHaveLength(2)
  })
  it('unfolds by a click and takes no focus', () => {
    show()
    more().focus()
    fireEvent.click(more())
    expect(screen.getByRole('region', { name: 'Alle hints i sagen' })).toBeDefined()
    expect(document.activeElement).toBe(more())
    expect(slots.has('list')).toBe(true)
  })
  it('is entered with arrow down, walked with arrows, and left with Escape back to the bar', () => {
    show()
    more().focus()
    press('ArrowDown')
    const list = screen.getByRole('region', { name: 'Alle hints i sagen' })
    expect(list.contains(document.activeElement)).toBe(true)
    const first = document.activeElement
    press('ArrowDown')
    expect(document.activeElement).not.toBe(first)
    press('Escape')
    expect(screen.queryByRole('region', { name: 'Alle hints i sagen' })).toBeNull()
    expect(document.activeElement).toBe(more())
    expect(slots.has('list')).toBe(false)
  })
  it('leads on to the card, and Escape comes back to the bar', () => {
    show()
    more().focus()
    press('ArrowDown')
    fireEvent.click(
      screen.getAllByRole('button', { name: /^Hvorfor\? Aktindsigt/ }).find((one) => one.className !== 'sh-marker') ?? expect.fail('none'),
    )
    expect(screen.getByRole('dialog', { name: 'Aktindsigt inden 7 arbejdsdage' })).toBeDefined()
    press('Escape')
    expect(document.activeElement).toBe(more())
  })
})

describe('a card', () => {
  it('opens from its marker, takes the focus along, and gives it back on Escape', () => {
    show()
    fireEvent.click(marker(/Partshøringens/))
    const card = screen.getByRole('dialog')
    expect(card.getAttribute('aria-modal')).toBe('false')
    expect(document.activeElement).toBe(card)
    expect(marker(/Partshøringens/).getAttribute('aria-expanded')).toBe('true')
    press('Escape')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(marker(/Partshøringens/))
  })
  it('tells the facts, the count, the paragraph and how far the rule can be relied on', () => {
    show()
    fireEvent.click(marker(/Partshøringens/))
    const card = within(screen.getByRole('dialog'))
    expect(card.getByText('FVL § 19, stk. 1')).toBeDefined()
    expect(card.getByText('Ikke juridisk kvalitetssikret')).toBeDefined()
    expect(card.getByText(/gælder fra 1\. jul\. 2026/)).toBeDefined()
    expect(card.getByText(/fredag 20\. nov\. 2026/)).toBeDefined()
    expect(card.getByText('20. nov., dag 10, sidste rettidige dag')).toBeDefined()
    fireEvent.click(card.getByRole('button', { name: 'Vis Svarfrist på siden' }))
    expect(events.showFact).toHaveBeenCalledOnce()
    expect(events.showFact.mock.calls[0]?.[0]).toMatchObject({ key: 'decision.deadline', row: 'd1' })
  })
  it('keeps a value out of the page that does not stand there', () => {
    show()
    fireEvent.click(marker(/Partshøringens/))
    const card = within(screen.getByRole('dialog'))
    expect(card.queryByText('Stop af sygedagpenge')).toBeNull()
    expect(card.getByText('vises i panelet')).toBeDefined()
  })
  it('says which fact is unread and where it usually stands', () => {
    const unknown = OPEN.filter((one) => one.missing.includes('contact.exempted25pct'))
    show({ spots: [{ id: 'u', advice: unknown }], chip: null })
    fireEvent.click(marker(/25 %/))
    expect(screen.getByRole('dialog').textContent).toContain(
      '25 pct.-undtagelse er ikke læst. Står normalt på: Kontaktforløb, Borgeroverblik.',
    )
  })
  it('snoozes to a day and dismisses with a reason, and has no field to write in', () => {
    show()
    fireEvent.click(marker(/Mindst fire/))
    const card = within(screen.getByRole('dialog'))
    fireEvent.click(card.getByRole('button', { name: 'Udsæt' }))
    fireEvent.click(card.getByRole('button', { name: 'Til dagen før fristen' }))
    expect(events.snooze).toHaveBeenCalledExactlyOnceWith('jobsamtaler-4-in-6-months', '2026-11-24')
    fireEvent.click(card.getByRole('button', { name: 'Skjul' }))
    fireEvent.click(card.getByRole('button', { name: 'Det passer ikke på denne sag' }))
    expect(events.dismiss).toHaveBeenCalledExactlyOnceWith('jobsamtaler-4-in-6-months', 'not-this-case')
    expect(document.querySelectorAll('input, textarea, select, [contenteditable]')).toHaveLength(0)
  })
  it('of a locked rule says who decides and cannot be put away', () => {
    show({ locked: ['party-hearing-deadline'] })
    fireEvent.click(marker(/Partshøringens/))
    expect(screen.getByText('Styres af din organisation')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Udsæt' })).toBeNull()
  })
  it('goes through several hints of one place', () => {
    show()
    fireEvent.click(marker(/Mindst fire/))
    fireEvent.click(screen.getByRole('button', { name: 'Næste hint, nr. 2 af 2' }))
    expect(screen.getByRole('dialog', { name: 'Aktindsigt inden 7 arbejdsdage' })).toBeDefined()
  })
  it('closes when a newer reading no longer has its advice', () => {
    const view = show()
    fireEvent.click(marker(/Partshøringens/))
    view.rerender(
      <OverlayApp
        model={{ ...MODEL, open: OPEN.slice(1), spots: [], chip: null }}
        explain={sampleExplain}
        page={page}
        events={events}
        message={null}
        features={{ bar: true, rowHints: true }}
      />,
    )
    expect(screen.queryByRole('dialog')).toBeNull()
  })
  it('tells why a press was refused', () => {
    show({}, 'Klikket blev ikke udført.')
    fireEvent.click(marker(/Partshøringens/))
    expect(within(screen.getByRole('dialog')).getByRole('status').textContent).toBe('Klikket blev ikke udført.')
  })
})

describe('what speaks up by itself', () => {
  it('takes no focus, closes for good, and is gone while something is open', () => {
    show()
    const chip = () => document.querySelector('.sh-chip')
    expect(chip()?.textContent).toContain('Partshøringens svarfrist')
    expect(document.activeElement).toBe(document.body)
    fireEvent.click(more())
    expect(chip()).toBeNull()
    fireEvent.click(more())
    fireEvent.click(screen.getByRole('button', { name: 'Luk beskeden' }))
    expect(chip()).toBeNull()
  })
  it('leads to its card', () => {
    show()
    fireEvent.click(
      within(document.querySelector<HTMLElement>('.sh-chip') ?? expect.fail('no chip')).getByRole('button', { name: /^Hvorfor/ }),
    )
    expect(screen.getByRole('dialog', { name: /Partshøringens/ })).toBeDefined()
    expect(slots.get('card')?.getAttribute('data-anchor')).toBe('spot-1')
  })
})
