/**
 * The arrows of the architecture. Each rule says what to do instead, because whoever meets it is in the middle of
 * something else. `build/check.ts` also fails when fewer modules were seen than there are source files.
 */
const SURFACES = 'overlay|assistant|guidance|health|switchboard|disclosure'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'Two modules that need each other are one module, or share a third below them.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-orphans',
      'Nothing imports it: delete it or use it.',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^(entrypoints|tests|build|cli|demo|packs|customer)/',
          '^proxy/[^/]+\\.ts$',
          '^proxy/importers/main\\.ts$',
          '\\.config\\.ts$',
        ],
      },
      {},
    ),
    rule('not-to-unresolvable', 'The import leads nowhere.', {}, { couldNotResolve: true, pathNot: ['^virtual:', '\\?', '^mdast$'] }),
    rule('shipped-not-to-tests', 'Nothing imports tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
    rule(
      'product-not-to-demo',
      'The stand-in is one host page among others: the product must not know it.',
      { path: '^(entrypoints|components|utils|packs|customer)/' },
      { path: '^(demo|cli)/' },
    ),
    rule(
      'utils-below-all',
      'Logic knows no surface: pass what you need as an argument.',
      { path: '^utils/' },
      { path: '^(components|entrypoints)/' },
    ),
    rule('components-below-entrypoints', 'Components take props and give events.', { path: '^components/' }, { path: '^entrypoints/' }),
    rule(
      'surfaces-are-islands',
      'Surfaces do not know each other: put what they share into components/ui.',
      { path: `^components/(${SURFACES})/` },
      { path: `^components/(${SURFACES})/`, pathNot: '^components/$1/' },
    ),
    rule(
      'ui-knows-no-surface',
      'components/ui is below all surfaces.',
      { path: '^components/ui/' },
      { path: `^components/(${SURFACES})/` },
    ),
    rule(
      'domain-imports-nothing-of-ours',
      'The domain is the ground floor.',
      { path: '^utils/domain/' },
      { path: '^(utils|components|entrypoints|packs)/', pathNot: '^utils/domain/' },
    ),
    rule(
      'pure-stays-pure',
      'Domain, guidance, privacy, knowledge, switchboard and what judges documents know no browser, no React and no host page.',
      { path: '^utils/(domain|guidance|privacy|knowledge|switchboard|disclosure/(model|finding|misfiled|review|estimate))/' },
      {
        path: [
          '^utils/(browser|messaging|policy|storage|page|llm|sanitize)/',
          '^node_modules/(react|react-dom|preact|webextension-polyfill|openai|dompurify)/',
        ],
      },
    ),
    rule(
      'page-reads-only',
      'The page reader knows the DOM and nothing of ours but the domain.',
      { path: '^utils/page/' },
      { path: '^utils/(browser|messaging|policy|storage|llm|guidance)/' },
    ),
    rule(
      'no-react-in-utils',
      'Hooks live beside the surface that uses them.',
      { path: '^utils/' },
      { path: '^node_modules/(react|react-dom|preact|@tanstack)/' },
    ),
    rule(
      'one-door-to-openai',
      'Only utils/llm talks to the model client.',
      { path: '^(entrypoints|components|utils|cli)/', pathNot: '^utils/llm/' },
      { path: '^node_modules/openai/' },
    ),
    rule(
      'one-door-to-dompurify',
      'HTML that must be shown or copied goes through utils/sanitize.',
      { path: '^(entrypoints|components|utils|cli)/', pathNot: '^utils/sanitize/' },
      { path: '^node_modules/dompurify/' },
    ),
    rule(
      'one-door-to-the-browser',
      'Take `browser` from utils/browser.',
      { path: '^(entrypoints|components|utils|cli)/', pathNot: '^utils/browser/' },
      { path: '^node_modules/webextension-polyfill/' },
    ),
    rule(
      'extension-knows-the-contract',
      'Extension and proxy share proxy/contract and nothing else.',
      { path: '^(entrypoints|components|utils|packs|customer)/' },
      { path: '^proxy/', pathNot: '^proxy/contract/' },
    ),
    rule(
      'proxy-shares-what-is-pure',
      'The proxy takes the pure modules only: what needs a browser or a page belongs to the extension.',
      { path: '^proxy/' },
      {
        path: '^(entrypoints|components|utils|packs|customer|demo|cli)/',
        pathNot: '^utils/(domain|privacy|guidance|validation|knowledge)/',
      },
    ),
    rule(
      'contract-stands-alone',
      'What both sides share leans on neither side.',
      { path: '^proxy/contract/' },
      { path: '^(proxy|entrypoints|components|utils|packs|customer)/', pathNot: '^(proxy/contract|utils/(domain|validation|guidance))/' },
    ),
    rule(
      'server-never-imports-importers',
      'Importers read foreign files with large libraries: they are a command of their own.',
      { path: '^proxy/', pathNot: '^proxy/importers/' },
      { path: '^proxy/importers/' },
    ),
    rule(
      'components-know-no-browser',
      'Props in, events out.',
      { path: '^components/' },
      { path: '^utils/(browser|messaging|policy|storage|llm)/' },
    ),
    rule(
      'content-cannot-reach-the-model',
      'The content script lives in a hostile page: it must not be able to reach the model client, not even through others.',
      { path: '^entrypoints/case-' },
      { path: '^(utils/llm/|node_modules/openai/)', reachable: true },
    ),
    rule(
      'recogniser-stays-light',
      'What is injected before a case is recognised carries no schema library and no view library (types are free; a test reads the built script).',
      { path: '^(entrypoints/case-page\\.content/|utils/page/(recognise|find|route|labels)\\.ts)' },
      { path: '^node_modules/(zod|react|react-dom|preact)/', dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '(^|/)(\\.output|\\.wxt|coverage)/' },
    parser: 'tsc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
}
