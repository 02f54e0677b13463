import type { PanelSample, Sample } from './sample.ts'
import { judgeFrames, judgePanel } from './timeline.ts'

/** Timelines in which something is wrong, made by hand: the judges must see each. Gives those they do not. */
export function blindToFaults(): string[] {
  const whose = ({ header }: Sample) => (header === '' ? null : header)
  const ownersOf = (text: string) => new Set([...text].filter((letter) => 'AB'.includes(letter)))
  const frame = (t: number, header: string, own: string | null): Sample => ({
    t,
    address: '',
    header,
    covered: false,
    own,
    shows: own !== null && own !== '',
  })
  const frames = (...list: readonly Sample[]) => judgeFrames(list, whose, ownersOf)
  const good = [frame(0, 'A', null), frame(600, 'A', 'A'), frame(1000, 'B', 'A'), frame(1030, 'B', ''), frame(1600, 'B', 'B')]
  const panel = (log: readonly PanelSample[], list: readonly Sample[] = good) =>
    judgePanel({ log: [{ t: 0, tab: 1 }, ...log], framesOf: () => list, whose, ownersOf })
  const faults: readonly (readonly [string, boolean])[] = [
    [
      'a right timeline taken for a wrong one',
      frames(...good).crossings.length === 0 && frames(...good).hasty.length === 0 && frames(...good).goneAfter[0] === 30,
    ],
    ['the old case long after the switch', frames(...good.slice(0, 3), frame(1300, 'B', 'A!')).crossings.length > 0],
    ['the old case that is slow to go', (frames(...good.slice(0, 3), frame(1240, 'B', '')).goneAfter[0] ?? 0) >= 240],
    ["somebody else's text among the right ones", frames(...good, frame(1700, 'B', 'AB')).crossings.length > 0],
    ['a case on a page of nobody', frames(...good.slice(0, 2), frame(1000, '', ''), frame(1400, '', 'A')).crossings.length > 0],
    ['advice before the page has settled', frames(frame(0, 'A', null), frame(200, 'A', 'A')).hasty.length > 0],
    [
      'advice without any name that stays',
      (frames(frame(0, 'A', null), frame(600, 'A', 'x'), frame(1000, 'B', 'x'), frame(1400, 'B', '')).goneAfter[0] ?? 0) >= 400,
    ],
    [
      'a right panel taken for a wrong one',
      panel([
        { t: 620, html: 'A' },
        { t: 1050, html: '' },
        { t: 1650, html: 'B' },
      ]).crossings.length === 0,
    ],
    [
      'a panel that shows another',
      panel([
        { t: 620, html: 'A' },
        { t: 1050, html: '' },
        { t: 1650, html: 'A' },
      ]).crossings.length > 0,
    ],
    [
      'a panel that is slow to follow',
      (panel([
        { t: 620, html: 'A' },
        { t: 1400, html: '' },
      ]).goneAfter[0] ?? 0) >= 400,
    ],
  ]
  return faults.filter(([, seen]) => !seen).map(([name]) => name)
}
