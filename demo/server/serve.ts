import { calendarDay, parseCalendarDay } from '#utils/domain/calendar-day.ts'
import { startStandIn } from './stand-in.ts'

/** Serves the stand-in until stopped: `node demo/server/serve.ts [--seed 1] [--extra 60] [--today 2026-11-22] [--port-m 5173] [--port-k 5174] [--port-oracle 5175]`. */
const flags = new Map<string, string>()
for (let at = 2; at < process.argv.length; at += 2) flags.set(process.argv[at] ?? '', process.argv[at + 1] ?? '')
const now = new Date()
const today = parseCalendarDay(flags.get('--today') ?? '') ?? calendarDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
if (today === null) throw new RangeError('not-a-calendar-day')
const standIn = await startStandIn({
  seed: flags.get('--seed') ?? '1',
  today,
  extra: Number(flags.get('--extra') ?? 60),
  portM: Number(flags.get('--port-m') ?? 5173),
  portK: Number(flags.get('--port-k') ?? 5174),
  portOracle: Number(flags.get('--port-oracle') ?? 5175),
})
process.stdout.write(
  `Sagsbord – øvelsesmiljø\n  moderne  ${standIn.urls.m}\n  klassik  ${standIn.urls.k}\n  orakel   ${standIn.urls.oracle}/__oracle/cases\n`,
)
process.once('SIGINT', () => void standIn.stop())
process.once('SIGTERM', () => void standIn.stop())
