import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { Condition, ExplainedFact, Explanation } from '#utils/domain/explanation.ts'
import { factDefinition } from '#utils/domain/fact-catalogue.ts'
import type { FactValue } from '#utils/domain/fact.ts'
import { stepLine } from '../calendar/count-text.ts'
import { danishDay } from '../feel/danish-day.ts'
import { definitionList, escapeHtml, htmlPage } from './html.ts'

const OUTCOME: Readonly<Record<Condition['outcome'], string>> = { met: 'ja', 'not-met': 'nej', unknown: 'ikke læst' }

/** Where a fact was read, as a reader of paper can follow it: screen and the text as it stood there. */
export type SourceOf = (fact: ExplainedFact) => string | null

export interface PrintOptions {
  readonly printedOn: CalendarDay
  readonly sourceOf: SourceOf
}

/**
 * The whole explanation for a complaint case: the sentence, every condition with its facts and where they were read, the
 * deadline counted out, the paragraph. It is a draft for a person to check, and says so.
 */
export function complaintPage(explanations: readonly Explanation[], { printedOn, sourceOf }: PrintOptions): string {
  const body = `<h1>Forklaring af råd</h1>
<p>Udskrevet ${danishDay(printedOn)}. Et udkast til brug for sagen; det er ikke en afgørelse.</p>
${explanations.map((explanation) => section(explanation, sourceOf)).join('\n')}`
  return htmlPage('Forklaring af råd', body)
}

function section({ advice, sentence, applies, met, note }: Explanation, sourceOf: SourceOf): string {
  const { title, text, citations, versionFrom, decisiveDate, packVersion, review } = advice
  const about = definitionList([
    ['Lov', citations.join('; ')],
    ['Regelversion', versionFrom && `gælder fra ${danishDay(versionFrom)}`],
    ['Afgørende dato', decisiveDate && danishDay(decisiveDate)],
    ['Regel og pakke', `${advice.rule}, ${packVersion}`],
    ['Gennemgået', review === null ? 'ikke juridisk kvalitetssikret' : `af ${review.by} ${danishDay(review.on)}`],
  ])
  return `<section><h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p><p><strong>${escapeHtml(sentence)}</strong></p>${about}
<h3>Gælder reglen for sagen?</h3>${table(applies, sourceOf)}
${met === null ? '' : `<h3>Er den opfyldt?</h3>${table(met, sourceOf)}`}
${count(advice.deadline)}
${note === null ? '' : `<p class="note">${escapeHtml(note)}</p>`}</section>`
}

function table(condition: Condition, sourceOf: SourceOf): string {
  return `<table><thead><tr><th>Betingelse</th><th>Svar</th><th>Oplysninger</th><th>Læst på siden</th></tr></thead><tbody>${rows(condition, 0, sourceOf)}</tbody></table>`
}

function rows(condition: Condition, depth: number, sourceOf: SourceOf): string {
  const { text, outcome, facts, parts } = condition
  const shown = parts.length > 0 ? [] : facts
  const values = shown.map((fact) => `${escapeHtml(fact.label)}: ${escapeHtml(valueText(fact))}`).join('<br>')
  const sources = shown.map((fact) => escapeHtml(sourceOf(fact) ?? '')).join('<br>')
  const own = `<tr><td style="padding-left:${depth + 0.5}em">${escapeHtml(text)}</td><td>${OUTCOME[outcome]}</td><td>${values}</td><td>${sources}</td></tr>`
  return [own, ...parts.map((part) => rows(part, depth + 1, sourceOf))].join('')
}

function count(deadline: Explanation['advice']['deadline']): string {
  if (deadline === null) return ''
  const steps = deadline.steps.map((step) => `<li>${escapeHtml(stepLine(step))}</li>`)
  return `<h3>Fristen, talt ud</h3><ul>${steps.join('')}</ul><p>Sidste rettidige dag: ${danishDay(deadline.due)}.</p>`
}

function valueText({ key, value }: ExplainedFact): string {
  if (value === undefined) return 'ikke læst'
  if (value === null) return 'tom'
  return plainValue(value, factDefinition(key)?.words)
}

function plainValue(value: Exclude<FactValue, null>, words: Readonly<Record<string, string>> | undefined): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value !== 'string') return value.join(', ')
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?/.test(value)) return words?.[value] ?? value
  return value.length > 10 ? `${danishDay(value.slice(0, 10))} kl. ${value.slice(11, 16)}` : danishDay(value)
}
