import type { Trick } from '../trick.ts'

/** Effects on `html`, which no style of ours can undo. `X` and `Y` stand for the button's place. */
const EFFECTS: Readonly<Record<string, string>> = {
  'page nearly transparent': 'html{opacity:.02}',
  'page half transparent': 'html{opacity:.5}',
  'filter makes the page transparent': 'html{filter:opacity(.1)}',
  'filter blurs the page': 'html{filter:blur(12px)}',
  'filter blackens the page': 'html{filter:brightness(0)}',
  'filter washes the page out': 'html{filter:contrast(0)}',
  'page masked': 'html{mask-image:linear-gradient(transparent,transparent)}',
  'page clipped to a hole under the pointer': 'html{clip-path:circle(4px at Xpx Ypx)}',
  'page made tiny': 'html{transform:scale(.15);transform-origin:Xpx Ypx}',
  'page made tiny by its scale': 'html{scale:.2;transform-origin:Xpx Ypx}',
  'page turned upside down': 'html{transform:rotate(180deg);transform-origin:Xpx Ypx}',
  'page turned by its rotation': 'html{rotate:180deg;transform-origin:Xpx Ypx}',
  'page seen edge-on': 'html{transform:perspective(600px) rotateX(82deg);transform-origin:Xpx Ypx}',
  'page mirrored': 'html{transform:scale(-1,1);transform-origin:Xpx Ypx}',
  'page zoomed to a dot': 'html{zoom:.1}',
  'page skewed': 'html{transform:skewX(60deg);transform-origin:Xpx Ypx}',
}

const effect = (name: string, css: string): Trick => ({
  name,
  css,
  hold: 'look',
  aim: 'button',
  set: ({ x, y, css: text }) => window.redress.style(text.replaceAll('Xpx', `${x}px`).replaceAll('Ypx', `${y}px`)),
})

export const PAGE_EFFECTS: readonly Trick[] = Object.entries(EFFECTS).map(([name, css]) => effect(name, css))
