/** What is pressed, typed in and scrolled through. */
export const CONTROLS = {
  button:
    'display: inline-flex; align-items: center; gap: 8px; border: 1px solid var(--brand); background: var(--paper); color: var(--brand-dark); border-radius: 6px; padding: 8px 16px; font-size: 14px; font-weight: 600; cursor: pointer; text-decoration: none; white-space: nowrap; &:hover { background: var(--tint) } &:disabled { opacity: .55; cursor: default }',
  primary: 'background: var(--brand); color: var(--brand-ink); &:hover { background: var(--brand-dark) }',
  textButton:
    'border: 0; background: transparent; color: var(--brand); padding: 4px 6px; font-size: 14px; font-weight: 600; cursor: pointer; border-radius: 4px; &:hover { text-decoration: underline }',
  iconButton:
    'border: 0; background: transparent; color: var(--ink-soft); padding: 6px; cursor: pointer; border-radius: 6px; line-height: 0; &:hover { background: var(--ground); color: var(--ink) }',
  bar: 'display: flex; gap: 12px; flex-wrap: wrap; align-items: flex-end; margin-bottom: 12px',
  control: 'display: flex; flex-direction: column; gap: 4px; font-size: 13px; color: var(--ink-soft)',
  input:
    'border: 1px solid var(--line-strong); border-radius: 6px; padding: 8px 10px; background: var(--paper); color: var(--ink); font-size: 14.5px; min-height: 40px; width: 100%',
  check: 'display: flex; gap: 8px; align-items: center; font-size: 14.5px; color: var(--ink)',
  formGrid: 'display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 14px 16px',
  formWide: 'grid-column: 1 / -1',
  grid: 'background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); overflow: hidden; font-size: 14px',
  gridScroll: 'overflow: auto; max-height: 640px; position: relative',
  gridBody: 'position: relative',
  gridHead: 'display: grid; background: #f7f9fa; border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 2',
  gridHeadCell:
    'padding: 11px 12px; font-size: 12.5px; font-weight: 650; color: var(--ink-soft); white-space: nowrap; overflow: hidden; text-overflow: ellipsis',
  gridRow: 'display: grid; border-bottom: 1px solid #edf0f3; background: var(--paper); min-height: 47px; &:hover { background: #f6fafc }',
  gridRowFixed: 'position: absolute; left: 0; right: 0',
  gridRowFaded:
    'color: #626d78; background: #f7f8f9; & > [data-field]:not([data-field=tekst], [data-field=fold]) { text-decoration: line-through; text-decoration-color: #a4aeb7 }',
  gridCell: 'padding: 11px 12px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0',
  gridCellWrap: 'white-space: normal; overflow-wrap: anywhere',
  gridCellTight: 'padding: 9px 6px; text-overflow: clip',
  gridFoot:
    'padding: 9px 14px; font-size: 13px; color: var(--ink-soft); border-top: 1px solid var(--line); background: #f7f9fa; display: flex; gap: 16px; align-items: center',
  gridDetail:
    'padding: 2px 16px 12px 52px; position: sticky; left: 0; width: min(940px, 62vw); font-size: 14px; color: var(--ink-soft); grid-column: 1 / -1; white-space: normal; overflow-wrap: anywhere',
  titleButton:
    'border: 0; background: transparent; padding: 0; color: var(--brand); font-weight: 600; cursor: pointer; text-align: left; text-decoration: none; &:hover { text-decoration: underline }',
  matrixWrap:
    'overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow)',
  matrix:
    'border-collapse: collapse; width: 100%; font-size: 13px; & th, & td { padding: 9px 10px; border-bottom: 1px solid #edf0f3; text-align: center; white-space: nowrap } & th { font-weight: 650; color: var(--ink-soft); background: #f7f9fa }',
  matrixCode: 'display: inline-block; padding: 3px 8px; border-radius: 5px; background: var(--tint); font-weight: 600; cursor: help',
  backdrop: 'border: 0; padding: 0; position: fixed; inset: 0; background: rgb(15 28 40 / 48%); z-index: 1200',
  drawer:
    'outline: 0; position: fixed; inset: 0 0 0 auto; width: min(720px, 100vw); background: var(--paper); z-index: 1210; box-shadow: var(--shadow-high); display: flex; flex-direction: column; animation: sb-in .16s ease-out',
  drawerHead:
    'padding: 18px 24px 14px; border-bottom: 1px solid var(--line); display: flex; gap: 12px; align-items: flex-start; & > :first-child { flex: 1 }',
  drawerBody: 'padding: 20px 24px 40px; overflow: auto; display: flex; flex-direction: column; gap: 18px; flex: 1',
  modal:
    'outline: 0; position: fixed; inset: 5vh auto auto 50%; transform: translateX(-50%); width: min(820px, 94vw); max-height: 90vh; background: var(--paper); z-index: 1310; border-radius: 12px; box-shadow: var(--shadow-high); display: flex; flex-direction: column',
  modalSmall: 'width: min(460px, 92vw); inset-block-start: 22vh; z-index: 2147483647',
  modalBody: 'padding: 18px 24px; overflow: auto; display: flex; flex-direction: column; gap: 16px',
  modalFoot:
    'padding: 14px 24px; border-top: 1px solid var(--line); display: flex; gap: 10px; justify-content: flex-end; flex-wrap: wrap; align-items: center; & > :first-child { margin-right: auto }',
  editor:
    'min-height: 150px; max-height: 42vh; overflow: auto; border: 1px solid var(--line-strong); border-radius: 6px; padding: 12px 14px; font-size: 15px; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; & p { margin: 0; min-height: 1.6em }',
  editorBar: 'display: flex; gap: 4px; padding: 0 0 4px',
  frame: 'width: 100%; flex: 1; min-height: 60vh; border: 1px solid var(--line); border-radius: 6px; background: #525659',
  smallFrame: 'width: 100%; height: 110px; border: 1px solid var(--line); border-radius: 6px; background: #fff',
  snackbar:
    'position: fixed; left: 24px; bottom: 24px; background: #26323d; color: #fff; padding: 12px 18px; border-radius: 8px; z-index: 1400; font-size: 14px; box-shadow: var(--shadow-high); max-width: 460px',
  searchPanel:
    'position: absolute; top: calc(100% + 6px); left: 0; width: min(560px, 92vw); background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow-high); padding: 14px; z-index: 50',
  searchHits: 'max-height: 420px; overflow: auto; margin-top: 10px; display: flex; flex-direction: column; gap: 4px',
  searchHit:
    'padding: 10px 12px; border-radius: 6px; cursor: pointer; &:hover { background: var(--tint) } & h6 { font-size: 14.5px; font-weight: 600 } & p { font-size: 13px; color: var(--ink-soft) }',
} as const
