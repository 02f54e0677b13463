import type { SiteProfile } from '#utils/page/site-profile.ts'
import { createOverlay } from '../../entrypoints/case-reader.content/overlay/create-overlay.ts'
import { sampleAdvice, sampleExplain, TODAY } from './sample-advice.ts'
import { sampleView } from './sample-case.ts'

/** A stand-alone page with the overlay on it; `?theme=dark`. What the overlay asked for is kept in `said`. */
const rows = document.getElementById('rows')
const ROWS = Array.from({ length: 30 }, (_, index) =>
  index === 2
    ? ['06-11-2026', 'Stop af sygedagpenge (høring)', '20-11-2026', '']
    : [`${String((index % 28) + 1).padStart(2, '0')}-09-2026`, 'Tilbud', '', 'Bevilget'],
)
for (const [index, cells] of ROWS.entries()) {
  const row = document.createElement('tr')
  if (index === 2) row.id = 'row-d1'
  for (const text of cells) row.append(Object.assign(document.createElement('td'), { textContent: text }))
  const act = document.createElement('td')
  act.append(Object.assign(document.createElement('button'), { textContent: 'Åbn' }))
  row.append(act)
  rows?.append(row)
}

const query = new URLSearchParams(location.search)
const theme = query.get('theme')
const said: string[] = []
const tell =
  (name: string) =>
  (...what: readonly unknown[]) =>
    void said.push(`${name}:${JSON.stringify(what)}`)
const overlay = createOverlay({
  document,
  profile: {} as SiteProfile,
  actions: { follow: tell('follow'), snooze: tell('snooze'), dismiss: tell('dismiss'), openPanel: tell('openPanel') },
  today: () => TODAY,
  locked: ['revaluation-22-weeks'],
  ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
  places: {
    caseHeader: () => document.getElementById('case'),
    fact: ({ key, row }) => (row ? null : document.getElementById(key.replace('.', '-'))),
    row: (_group, key) => document.getElementById(`row-${key}`),
    forget: () => undefined,
  },
})
const show = () => overlay.show(sampleView, sampleAdvice, sampleExplain)
Object.assign(globalThis, { overlay, said, show })
if (!query.has('quiet')) show()
