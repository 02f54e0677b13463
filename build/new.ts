/**
 * `npm run new rule ID` makes a rule's file to fill in; `npm run new rename OLD NEW` renames it everywhere it is named;
 * `npm run new retire ID YYYY-MM-DD` ends its version in force. Each says what is left to do by hand.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCalendarDay } from '#utils/domain/calendar-day.ts'
import { newRuleText, retiredRuleText } from './author/rule-text.ts'
import { RULES_FOLDER } from './rule-pack.ts'

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
const USAGE = 'Brug: npm run new rule ID | npm run new rename GAMMEL NY | npm run new retire ID ÅÅÅÅ-MM-DD'

const pathOf = (id: string) => join(RULES_FOLDER, `${id}.yaml`)

function refuse(why: string): never {
  console.error(why)
  process.exit(2)
}

function add(id: string): void {
  if (existsSync(pathOf(id))) refuse(`${id}.yaml findes allerede.`)
  writeFileSync(pathOf(id), newRuleText(id))
  console.log(`packs/rules/${id}.yaml er lavet. Udfyld den, og kør: npm run sagshjaelp -- pack check`)
}

/** An id is a name in data, tests and guides too: every tracked text that names it is changed with it. */
function rename(id: string, to: string): void {
  if (!existsSync(pathOf(id))) refuse(`${id}.yaml findes ikke.`)
  if (existsSync(pathOf(to))) refuse(`${to}.yaml findes allerede.`)
  const tracked = execFileSync('git', ['grep', '-lFI', '--untracked', id], { encoding: 'utf8' }).trim().split('\n')
  const named = new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`, 'g')
  for (const path of tracked) {
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(named, to)
    if (changed === text) continue
    writeFileSync(path, changed)
    console.log(`ændret: ${path}`)
  }
  renameSync(pathOf(id), pathOf(to))
  console.log(`packs/rules/${to}.yaml. En regels id er også dens navn hos kommunerne: afbrydere og log kender den ikke under det nye.`)
}

function retire(id: string, on: string): void {
  const day = parseCalendarDay(on)
  if (day === null) refuse(USAGE)
  if (!existsSync(pathOf(id))) refuse(`${id}.yaml findes ikke.`)
  const text = retiredRuleText(readFileSync(pathOf(id), 'utf8'), day)
  if (text === null) refuse(`${id} har ingen gældende version uden slutdato.`)
  writeFileSync(pathOf(id), text)
  console.log(`${id} slutter ${day}. Føj eksempler til fra den dag og dagen efter, og kør: npm run sagshjaelp -- pack check`)
}

const [what = '', id = '', other = ''] = process.argv.slice(2)
if (!ID.test(id)) refuse(USAGE)
else if (what === 'rule') add(id)
else if (what === 'rename' && ID.test(other)) rename(id, other)
else if (what === 'retire') retire(id, other)
else refuse(USAGE)
