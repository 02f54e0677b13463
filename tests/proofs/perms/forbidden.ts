import type { BundleFile } from './bundle-files.ts'

/** One thing the shipped code must not hold, and a planted line that shows that the scan would see it. */
export interface Forbidden {
  readonly name: string
  readonly pattern: RegExp
  /** Files it is looked for in; all when absent. */
  readonly files?: RegExp
  readonly planted: readonly string[]
}

export const FORBIDDEN: readonly Forbidden[] = [
  {
    name: 'request traffic',
    pattern: /webRequest|declarativeNetRequest|onBeforeSendHeaders|onSendHeaders|onHeadersReceived/g,
    planted: ['chrome.webRequest.onBeforeRequest.addListener(f)', 'b["declarativeNetRequest"].updateDynamicRules(r)'],
  },
  {
    // In a list of element names MAIN is an element.
    name: 'main world',
    pattern: /world["'`]?\]?\s*[:=]\s*["'`]MAIN|(?<!["'`][A-Z][A-Z0-9]*["'`],)["'`]MAIN["'`]/g,
    planted: ['{target:t,world:"MAIN",files:f}', '{"world": `MAIN`}', 'const w="MAIN"'],
  },
  {
    name: 'authorization header',
    pattern: /authorization/gi,
    planted: ['r.headers.get("Authorization")', 'h.find(x=>x.name.toLowerCase()==="authorization")'],
  },
  {
    name: 'code from text',
    files: /\.(?:js|mjs|html)$/,
    pattern:
      /\beval\s*\(|\(0,\s*eval\)|\bnew Function\b|\bFunction\s*\(|\.constructor\s*\(\s*["'`]|set(?:Timeout|Interval)\s*\(\s*["'`]|execScript/g,
    planted: [
      'eval(x)',
      'new Function("a","return a")',
      '(0,eval)(x)',
      'Function(`return this`)',
      'setTimeout("go()",1)',
      'f.constructor("return 1")()',
    ],
  },
  {
    name: 'code from elsewhere',
    files: /\.(?:js|mjs|html)$/,
    pattern:
      /import\s*\(\s*["'`](?:https?:|\/\/|data:|blob:)|importScripts\s*\(|from\s*["'`]https?:|<script[^>]+src=["']?(?:https?:|\/\/|data:)|new (?:Shared)?Worker\(\s*["'`](?:https?:|data:|blob:)|createElement\(["'`]script["'`]\)\.src/g,
    planted: [
      'import("https://cdn.example/x.js")',
      'importScripts("x.js")',
      '<script src="//cdn.example/x.js">',
      'new Worker("blob:x")',
      'import a from "https://cdn.example/a.js"',
    ],
  },
  {
    name: 'outside messages',
    pattern: /externally_connectable|on(?:Message|Connect|UserScriptMessage)External|onUserScriptMessage/g,
    planted: [
      '"externally_connectable":{"matches":["*://*/*"]}',
      'chrome.runtime.onMessageExternal.addListener(f)',
      'b.runtime.onConnectExternal.addListener(f)',
    ],
  },
  {
    name: 'page messages',
    files: /\.(?:js|mjs)$/,
    pattern:
      /(?:window|self|top|parent|globalThis)\.postMessage\s*\(|addEventListener\(\s*["'`]message["'`]|\.onmessage(?:error)?\s*=(?!=)|new BroadcastChannel/g,
    planted: ['window.postMessage({a:1},"*")', 'addEventListener("message",f)', 'new BroadcastChannel("x")', 'self.onmessage=f'],
  },
  {
    name: 'cookies and other stores',
    files: /\.(?:js|mjs)$/,
    pattern:
      /document\.cookie|chrome\.cookies|browser\.cookies|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|cookieStore|\bcaches\.open/g,
    planted: ['document.cookie="a"', 'localStorage.setItem("a","b")', 'sessionStorage.x=1', 'indexedDB.open("x")', 'caches.open("v1")'],
  },
  {
    name: 'debugger and proxies',
    pattern: /chrome\.(?:debugger|proxy|management|downloads|history)\b|browser\.(?:debugger|proxy|management|downloads|history)\b/g,
    planted: ['chrome.debugger.attach(t,"1.3")', 'browser.history.search(q)'],
  },
  { name: 'source maps', pattern: /sourceMappingURL/g, planted: ['//# sourceMappingURL=background.js.map'] },
]

export interface Hit {
  readonly name: string
  readonly file: string
  /** The place with what stands around it. */
  readonly near: string
}

const AROUND = 90

/** Every place that matches. */
export function scan(files: readonly BundleFile[], forbidden: readonly Forbidden[] = FORBIDDEN): readonly Hit[] {
  return files.flatMap(({ file, text }) =>
    forbidden
      .filter(({ files: which }) => which === undefined || which.test(file))
      .flatMap(({ name, pattern }) =>
        [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
          name,
          file,
          near: text.slice(Math.max(0, index - AROUND), index + found.length + AROUND).replace(/\s+/g, ' '),
        })),
      ),
  )
}
