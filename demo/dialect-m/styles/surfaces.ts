/** What content lies on: headings, cards, panels, fields and their text. */
export const SURFACES = {
  screenTitle: 'font-size: 20px; font-weight: 650; letter-spacing: -.01em; margin-bottom: 4px',
  screenHead:
    'display: flex; align-items: flex-start; gap: 12px; flex-wrap: wrap; margin-bottom: 16px; & > :first-child { flex: 1 1 auto }',
  lead: 'color: var(--ink-soft); font-size: 14px',
  stack: 'display: flex; flex-direction: column; gap: 12px; min-width: 0',
  wideStack: 'display: flex; flex-direction: column; gap: 24px; min-width: 0',
  card: 'background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 18px 20px; box-shadow: var(--shadow)',
  cardTitle: 'font-size: 16px; font-weight: 650; margin-bottom: 12px',
  cardHead: 'display: flex; gap: 10px; align-items: center; flex-wrap: wrap; margin-bottom: 10px',
  strong: 'font-weight: 650',
  tiles: 'display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 16px',
  tile: 'background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 16px 18px; box-shadow: var(--shadow); color: inherit; text-decoration: none; display: flex; flex-direction: column; gap: 6px; &:hover { border-color: var(--brand) }',
  tileName: 'font-weight: 650; font-size: 15px; color: var(--brand-dark)',
  tileMeta: 'font-size: 13px; color: var(--ink-soft)',
  story: 'font-size: 14px',
  accordion:
    'background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); overflow: hidden',
  accordionHead: 'font-size: 15px; font-weight: 600',
  accordionButton:
    'width: 100%; display: flex; align-items: center; gap: 10px; padding: 14px 18px; background: transparent; border: 0; cursor: pointer; text-align: left; font-weight: 600; &:hover { background: var(--ground) }',
  accordionBody: 'padding: 4px 20px 18px; border-top: 1px solid var(--line); padding-top: 16px',
  subsection: 'border-top: 1px solid var(--line); margin-top: 16px; padding-top: 14px',
  chevron:
    'flex: none; transition: transform .15s ease; color: var(--ink-soft); margin-left: auto; [aria-expanded=true] > & { transform: rotate(180deg) }',
  fields: 'display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 16px 20px',
  compactFields: 'display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 10px 18px',
  pair: 'min-width: 0; & > :first-child { font-size: 12.5px; color: var(--ink-soft); line-height: 1.4 } & > :last-child { font-size: 14.5px; overflow-wrap: anywhere; min-height: 1.5em }',
  widePair: 'grid-column: 1 / -1',
  outlined: 'position: relative; display: flex; min-width: 0',
  outlinedInput:
    'width: 100%; border: 0; background: transparent; padding: 12px 14px; min-height: 46px; font-size: 14.5px; border-radius: 6px; text-overflow: ellipsis; &:focus { outline: none } &:focus + * { border-color: var(--brand); border-width: 2px }',
  notch:
    'position: absolute; inset: -9px 0 0; border: 1px solid var(--line-strong); border-radius: 6px; padding: 0 8px; pointer-events: none; min-width: 0',
  notchLegend: 'font-size: 12px; color: var(--ink-soft); padding: 0 5px; line-height: 18px',
  iconLine:
    'display: flex; gap: 6px; align-items: center; font-size: 13.5px; line-height: 1.4; min-width: 0; & > svg { color: var(--ink-soft); flex: none } & > span { overflow-wrap: anywhere }',
  chip: 'display: inline-flex; align-items: center; gap: 6px; font-size: 12.5px; font-weight: 600; padding: 2px 10px; border-radius: 999px; background: var(--calm-tint); color: var(--calm); white-space: nowrap',
  chipOk: 'background: var(--ok-tint); color: var(--ok)',
  chipWarn: 'background: var(--warn-tint); color: var(--warn)',
  chipBad: 'background: var(--bad-tint); color: var(--bad)',
  notice:
    'margin-bottom: 16px; border-radius: var(--radius); padding: 12px 16px; font-size: 14px; background: var(--tint); border: 1px solid var(--line); display: flex; gap: 12px; align-items: center; flex-wrap: wrap',
  noticeWarn: 'background: var(--warn-tint); border-color: #e9c793; color: #5d3400',
  noticeBad: 'background: var(--bad-tint); border-color: #e8b3b6; color: #7a171d',
  obs: 'background: #fff8e3; border: 1px solid #ecd9a0; border-left: 4px solid #d59b1b; border-radius: 6px; padding: 12px 16px',
  skeleton:
    'display: block; border-radius: 6px; background: linear-gradient(90deg, #e9edf0 25%, #f5f7f8 50%, #e9edf0 75%); background-size: 400% 100%; animation: sb-shimmer 1.4s ease infinite; color: #6a7783; font-size: 12px; padding: 6px 10px; margin-bottom: 8px; min-height: 30px',
  empty: 'color: var(--ink-soft); font-size: 14px; padding: 8px 0',
  clamp:
    'display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; font-size: 14px; color: var(--ink-soft); white-space: pre-line; overflow-wrap: anywhere',
  ruledList:
    'list-style: none; & > li { padding: 10px 0; border-bottom: 1px solid var(--line) } & > li:last-child { border-bottom: 0; padding-bottom: 0 } & > li:first-child { padding-top: 0 }',
  prose:
    'font-size: 15px; line-height: 1.6; overflow-wrap: anywhere; & p { margin: 0 0 10px } & ul { margin: 0 0 10px 20px; padding: 0 }; & blockquote { margin: 0 0 10px; padding-left: 12px; border-left: 3px solid var(--line); color: var(--ink-soft) }',
  timeline:
    'list-style: none; display: flex; flex-direction: column; gap: 12px; border-left: 2px solid var(--line); padding-left: 18px; & > li { position: relative } & > li::before { content: ""; position: absolute; left: -24px; top: 22px; width: 10px; height: 10px; border-radius: 50%; background: var(--brand); border: 2px solid var(--ground) }',
  dot: 'display: inline-block; width: 11px; height: 11px; border-radius: 50%; flex: none; background: var(--calm)',
  dotOk: 'background: #2a8a4c',
  dotPlanned: 'background: #2a78b8',
  dotBad: 'background: #b8323a',
  overdue: 'color: var(--bad); font-weight: 600',
  preview:
    'position: fixed; z-index: 40; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow-high); padding: 12px 16px; font-size: 13.5px; width: 320px; pointer-events: none',
  centre: 'max-width: 560px; margin: 48px auto; text-align: center; display: flex; flex-direction: column; gap: 14px; align-items: center',
} as const
