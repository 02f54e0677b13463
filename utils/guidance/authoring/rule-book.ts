import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import { factDefinition } from '#utils/domain/fact-catalogue.ts'
import { danishDay } from '../feel/danish-day.ts'
import { describeFeel } from '../feel/describe.ts'
import type { FeelNode } from '../feel/node.ts'
import { keysIn } from '../feel/walk.ts'
import type { PackRule, PackVersion, RulePack } from '../pack-schema.ts'
import { definitionList, escapeHtml, htmlPage } from '../print/html.ts'

const STATUS: Readonly<Record<PackVersion['status'], string>> = {
  'in-force': 'gældende',
  repealed: 'ophævet',
  draft: 'udkast',
  announced: 'vedtaget, ikke i kraft',
}
const SEVERITY: Readonly<Record<PackVersion['severity'], string>> = { K: 'kritisk', H: 'høj', M: 'middel', I: 'oplysning' }
const CONFIDENCE: Readonly<Record<PackVersion['confidence'], string>> = {
  seen: 'læst i en kilde',
  derived: 'udledt af kilder',
  memory: 'ikke efterprøvet',
}

/** Every rule of a pack in plain Danish, to read on paper and to sign: one page of HTML that prints. */
export function ruleBook(pack: Pick<RulePack, 'title' | 'version' | 'rules'>, printedOn: CalendarDay): string {
  const rules = pack.rules.toSorted((one, other) => one.title.localeCompare(other.title, 'da'))
  const contents = rules.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`)
  const body = `<h1>Regelbog</h1>
<p>${escapeHtml(pack.title)}. Pakke ${escapeHtml(pack.version)}, udskrevet ${danishDay(printedOn)}. ${rules.length} regler.</p>
<nav><ol>${contents.join('')}</ol></nav>
${rules.map(ruleSection).join('\n')}`
  return htmlPage(`Regelbog ${pack.version}`, body)
}

function ruleSection({ id, title, text, audience, kind, versions }: PackRule): string {
  const facts = definitionList([
    ['Id', id],
    ['Gælder', audience],
    ['Slags', kind === 'hint' ? 'noget at være opmærksom på' : 'noget at gøre'],
  ])
  return `<section id="${id}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p>${facts}${versions.map(versionSection).join('')}</section>`
}

function versionSection(version: PackVersion): string {
  const { from, to, status, severity, cites, action, confidence, review, note } = version
  const period = `${danishDay(from)} ${to === null ? 'og frem' : `til ${danishDay(to)}`}: ${STATUS[status]}`
  const keys = [...new Set(expressionsOf(version).flatMap((tree) => keysIn(tree)))]
  const facts = definitionList([
    ['Lov', cites.map(({ text, eli }) => (eli === undefined ? text : `${text} (${eli})`)).join('; ')],
    ['Afgørende dato', sentence(version.decidedBy.tree)],
    ['Gælder, når', sentence(version.applies.tree)],
    ['Opfyldt, når', sentence(version.met.tree)],
    ['Frist', version.due && sentence(version.due.tree)],
    ['Varsles fra', version.warnFrom && sentence(version.warnFrom.tree)],
    ['Næste handling', action && action.label],
    ['Vægt', SEVERITY[severity]],
    ['Oplysninger', keys.map((key) => factDefinition(key)?.label ?? key).join(', ')],
    ['Kilde', CONFIDENCE[confidence]],
    ['Gennemgået', review === null ? 'ikke juridisk kvalitetssikret' : `af ${review.by} ${danishDay(review.on)}`],
  ])
  return `<h3>${escapeHtml(period)}</h3>${facts}${note === null ? '' : `<p class="note">${escapeHtml(note)}</p>`}`
}

function expressionsOf({ decidedBy, applies, met, due, warnFrom }: PackVersion): readonly FeelNode[] {
  return [decidedBy, applies, met, due, warnFrom].flatMap((own) => (own === null ? [] : [own.tree]))
}

function sentence(tree: FeelNode): string {
  if (tree.op === 'boolean') return tree.value ? 'altid' : 'aldrig'
  const text = describeFeel(tree)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
