/** The frame around every screen: banner, application header, citizen header, case line, menu. */
export const SHELL = {
  page: 'min-height: 100vh; display: flex; flex-direction: column',
  practiceBanner:
    'background: #ffe9a8; color: #4a3800; text-align: center; font-size: 13px; font-weight: 600; padding: 4px 16px; letter-spacing: .01em',
  appHeader:
    'background: var(--brand-dark); color: var(--brand-ink); display: flex; align-items: center; gap: 20px; padding: 6px 24px; min-height: 56px; flex-wrap: wrap; position: relative; z-index: 20',
  brand:
    'display: flex; align-items: center; gap: 10px; font-weight: 650; font-size: 17px; color: inherit; text-decoration: none; white-space: nowrap',
  brandMark: 'width: 26px; height: 26px; border-radius: 6px; background: linear-gradient(135deg, #7cc4a4, #2f8fb3); flex: none',
  topNav: 'display: flex; gap: 4px; flex-wrap: wrap',
  topLink:
    'color: #dfeaf0; text-decoration: none; padding: 8px 12px; border-radius: 6px; font-size: 14px; white-space: nowrap; &:hover { background: rgb(255 255 255 / 12%) } &[aria-current] { background: rgb(255 255 255 / 16%); color: #fff; font-weight: 600 }',
  topSpace: 'flex: 1 1 auto',
  topButton:
    'display: inline-flex; align-items: center; gap: 8px; border: 1px solid rgb(255 255 255 / 35%); background: transparent; color: #fff; border-radius: 6px; padding: 7px 12px; font-size: 14px; cursor: pointer; &:hover { background: rgb(255 255 255 / 12%) }',
  user: 'font-size: 13px; line-height: 1.3; text-align: right; color: #dfeaf0; & b { color: #fff; font-weight: 600; display: block }',
  progressTrack: 'position: fixed; inset: 0 0 auto 0; height: 3px; z-index: 60; overflow: hidden; background: transparent',
  progressBar: 'height: 100%; width: 40%; background: #f0a202; animation: sb-slide 1.1s ease-in-out infinite',
  main: 'flex: 1; width: 100%; max-width: 1560px; margin: 0 auto; padding: 20px 24px 48px',
  footer:
    'padding: 12px 24px; font-size: 12px; color: var(--ink-soft); border-top: 1px solid var(--line); background: var(--paper); display: flex; gap: 16px; flex-wrap: wrap',
  citizenHeader:
    'background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius) var(--radius) 0 0; padding: 16px 20px 14px; box-shadow: var(--shadow)',
  citizenName: 'font-size: 22px; line-height: 1.3; font-weight: 650; letter-spacing: -.01em',
  nameLine: 'display: flex; gap: 12px; align-items: center; flex-wrap: wrap; margin-bottom: 10px',
  headerFacts: 'display: grid; grid-template-columns: repeat(auto-fill, minmax(196px, 1fr)); gap: 8px 20px',
  caseLine:
    'background: var(--tint); border: 1px solid var(--line); border-top: 0; border-radius: 0 0 var(--radius) var(--radius); padding: 9px 20px; display: flex; gap: 6px 32px; flex-wrap: wrap; font-size: 14px; margin-bottom: 20px',
  casePair: 'display: flex; gap: 6px; & > :first-child { color: var(--ink-soft) } & > :last-child { font-weight: 600 }',
  columns:
    'display: grid; grid-template-columns: 220px minmax(0, 1fr); gap: 24px; align-items: start; @media (max-width: 900px) { grid-template-columns: minmax(0, 1fr) }',
  sideMenu:
    'background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); padding: 8px; display: flex; flex-direction: column; position: sticky; top: 12px; @media (max-width: 900px) { position: static; flex-direction: row; flex-wrap: wrap }',
  sideLink:
    'display: block; padding: 9px 12px; border-radius: 6px; color: var(--ink); text-decoration: none; font-size: 14px; border-left: 3px solid transparent; &:hover { background: var(--ground) } &[aria-current] { background: var(--tint); border-left-color: var(--brand); font-weight: 600; color: var(--brand-dark) }',
  menuPop:
    'position: absolute; top: calc(100% + 6px); right: 0; background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow-high); padding: 8px; min-width: 300px; z-index: 50',
  popAnchor: 'position: relative',
  menuRow:
    'display: block; width: 100%; text-align: left; padding: 8px 10px; border-radius: 6px; color: var(--ink); text-decoration: none; font-size: 14px; background: transparent; border: 0; cursor: pointer; &:hover { background: var(--ground) }',
} as const
