/** Colours and measures of the practice environment. One place, so that a mend of contrast is one line. */
export const TOKENS = `
:root {
  --ink: #1c2733; --ink-soft: #51606e; --line: #d9e0e6; --line-strong: #8796a3;
  --paper: #ffffff; --ground: #f3f5f7; --tint: #eef4f8;
  --brand: #12516f; --brand-dark: #0c3a50; --brand-ink: #ffffff;
  --ok: #1e6b3a; --ok-tint: #e3f2e8; --warn: #8a4b00; --warn-tint: #fdf0dc; --bad: #a3242b; --bad-tint: #fbe6e7; --calm: #5b6875; --calm-tint: #e9edf0;
  --radius: 8px; --shadow: 0 1px 2px rgb(16 32 48 / 8%), 0 1px 6px rgb(16 32 48 / 6%); --shadow-high: 0 12px 40px rgb(16 32 48 / 28%);
  --font: 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, system-ui, sans-serif;
}
*, *::before, *::after { box-sizing: border-box }
html { color: var(--ink); background: var(--ground); font: 400 15px/1.5 var(--font); -webkit-text-size-adjust: 100% }
body { margin: 0 }
h1, h2, h3, h4, h5, h6, p, dl, dd, ul, ol, fieldset, figure { margin: 0; padding: 0 }
button, input, select, textarea { font: inherit; color: inherit }
a { color: var(--brand) }
:focus-visible:not([role=dialog]) { outline: 3px solid #f0a202; outline-offset: 2px; border-radius: 4px }
svg { display: block }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation-duration: 1ms !important; transition-duration: 1ms !important } }
`
