import type { Dice } from './dice.ts'
import { valueBoxes } from './structure.ts'

/** Mutators that change how the page spells the same things, or what hides beside them. */
const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december']
const DAY = /^(\d{2})[-.](\d{2})[-.](\d{4})$/u
const CPR = /^(\d{6})[- ](\d{4})$/u
const NAME_CPR = /\((\d{6})-(\d{4})\)$/u

/** Dates and CPR numbers are written another way. */
export function respell(random: Dice): void {
  const style = random.int(0, 4)
  const gap = ['', ' ', '-'][random.int(0, 2)] ?? ''
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim()
    const day = DAY.exec(text)
    if (day) node.nodeValue = spelled(day, style)
    else if (CPR.test(text)) node.nodeValue = text.replace(CPR, `$1${gap}$2`)
    else if (NAME_CPR.test(text)) node.nodeValue = text.replace(NAME_CPR, `($1${gap}$2)`)
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('main input[readonly]')) {
    const day = DAY.exec(input.value)
    if (day) input.value = spelled(day, style)
  }
}

function spelled([, day = '', month = '', year = '']: RegExpExecArray, style: number): string {
  return (
    [
      `${Number(day)}. ${MONTHS[Number(month) - 1] ?? ''} ${year}`,
      `${day}.${month}.${year}`,
      `${Number(day)}/${Number(month)} ${year}`.replace(' ', '/'),
      `${year}-${month}-${day}`,
      `${day}-${month}-${year}`,
    ][style] ?? ''
  )
}

const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  Hændelsestidspunkt: ['Hændelsesdato', 'Dato for hændelse'],
  Registreringstidspunkt: ['Registreret', 'Dato for registrering'],
  Telefon: ['Tlf.', 'Telefonnummer'],
  'E-mail': ['Mail', 'E-mailadresse'],
  'Ansvarlig sagsbehandler': ['Sagsbehandler'],
  Kontaktform: ['Mødeform', 'Form'],
  'Oprettet af': ['Forfatter', 'Skrevet af'],
  'Timer/uge': ['Timer pr. uge', 'Ugentlige timer'],
  'Forventet raskmelding': ['Forventes rask'],
  'Første fraværsdag': ['Første sygedag', '1. fraværsdag'],
  Svarfrist: ['Frist for svar', 'Høringsfrist'],
  Forfaldsdato: ['Forfalder'],
  'CPR-nummer': ['CPR-nr.', 'Personnummer'],
}

/** Labels are other words for the same. */
export function relabel(random: Dice): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isLabel = Boolean(node.parentElement?.closest('dt, th, [role="columnheader"], legend, label'))
    const other = isLabel ? synonymOf((node.nodeValue ?? '').trim(), random) : null
    if (other !== null) node.nodeValue = other
  }
}

function synonymOf(text: string, random: Dice): string | null {
  const [, label = '', tail = ''] = /^(.*?)(:?)$/u.exec(text) ?? []
  const others = Object.hasOwn(SYNONYMS, label) ? (SYNONYMS[label] ?? []) : []
  return others.length === 0 ? null : `${others[random.int(0, others.length - 1)] ?? label}${tail}`
}

type Hide = (element: HTMLElement) => void
const HIDING: readonly Hide[] = [
  (element) => {
    element.style.display = 'none'
  },
  (element) => {
    element.style.visibility = 'hidden'
  },
  (element) => {
    element.style.opacity = '0'
  },
  (element) => {
    element.hidden = true
  },
  (element) => element.setAttribute('aria-hidden', 'true'),
  (element) => {
    element.style.cssText = 'position:absolute;left:-9999px;top:0'
  },
  (element) => {
    element.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap'
  },
  (element) => {
    element.style.cssText = 'display:inline-block;height:0;width:0;overflow:hidden'
  },
  (element) => {
    element.style.cssText = 'display:inline-block;transform:scale(0)'
  },
  (element) => {
    element.style.cssText = 'position:absolute;clip-path:inset(50%)'
  },
  (element) => {
    element.style.cssText = 'font-size:0;color:transparent'
  },
]

/** Hidden copies of values and panels stand beside the real ones, and say something else. */
export function addHiddenCopies(random: Dice): void {
  for (const value of valueBoxes()) if (random.chance(0.3)) addBeside(value, random)
  const panels = [...document.querySelectorAll('main section, main article, header[aria-label="Borger"]')]
  for (const panel of random.shuffled(panels).slice(0, 3)) addCopyOf(panel, random)
}

function addBeside(value: Element, random: Dice): void {
  const copy = document.createElement('span')
  copy.textContent = decoy(value.textContent ?? '', random)
  HIDING[random.int(0, HIDING.length - 1)]?.(copy)
  if (random.chance(0.5)) value.prepend(copy)
  else value.append(copy)
}

/** A copy of a whole panel is hidden in the ways that take all of it away. */
function addCopyOf(panel: Element, random: Dice): void {
  const copy = panel.cloneNode(true) as HTMLElement
  for (const leaf of copy.querySelectorAll('dd, td, h1, [data-field]'))
    if (leaf.childElementCount === 0) leaf.textContent = decoy(leaf.textContent ?? '', random)
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
  HIDING[random.int(0, 6)]?.(copy)
  if (random.chance(0.5)) panel.before(copy)
  else panel.after(copy)
}

/** Something of the same kind that is not true. */
function decoy(text: string, random: Dice): string {
  if (/\d{2}[-.]\d{2}[-.]\d{4}/u.test(text)) return '01-01-1999'
  if (/\d{6}[- ]\d{4}/u.test(text)) return 'Anden Borger (010199-7999)'
  if (/^\s*(?:ja|nej)\s*$/iu.test(text)) return /ja/iu.test(text) ? 'Nej' : 'Ja'
  return /^\s*\d+\s*$/u.test(text) ? String(random.int(1000, 9999)) : `Skjult ${random.int(1, 999)}`
}
