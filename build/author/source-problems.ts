import type { CalendarDay } from '#utils/domain/calendar-day.ts'
import type { AuthorProblem, ProblemCode } from '#utils/guidance/authoring/problem.ts'
import { isRelative } from '#utils/knowledge/citation.ts'
import { parseCitations } from '#utils/knowledge/parse-citations.ts'
import { sentencesOf } from '#utils/knowledge/sentences.ts'
import type { RuleSource, VersionSource } from '../rule-source.ts'

type Say = (code: ProblemCode, text: string) => AuthorProblem

/** What the file itself says wrong, expressions aside: texts, citations, signatures, names nobody uses. */
export function sourceProblems(source: RuleSource, { today }: { readonly today: CalendarDay }): readonly AuthorProblem[] {
  const say: Say = (code, text) => ({ rule: source.id, code, text })
  return [
    ...textProblems(source, say),
    ...exampleTwins(source, say),
    ...source.versions.flatMap((version) => {
      const sayOf: Say = (code, text) => say(code, `version ${version.from}: ${text}`)
      return [
        ...citationProblems(version, sayOf),
        ...conditionProblems(version, sayOf),
        ...reviewProblems(version, today, sayOf),
        ...deadlineProblems(version, sayOf),
      ]
    }),
  ]
}

/** Words with which a tool would decide instead of a person. */
const DECIDES =
  /^(?:giv|træf|udsted|meddel|pålæg|stop|afslå|sanktion(?:er|ér))\b.*(?:sanktion|afslag|ydelse|ophør)|^(?:afslå|sanktion(?:er|ér))\b/iu

const MOST_SENTENCES = 2

function textProblems({ title, text, kind, action, versions }: RuleSource, say: Say): readonly AuthorProblem[] {
  const actions = [action, ...versions.map((version) => version.action ?? null)].filter((own) => own !== null)
  const shortened = text.replace(/\s+/g, ' ')
  return [
    ...(sentencesOf(shortened).length > MOST_SENTENCES ? [say('text', 'text skal være én sætning, højst to.')] : []),
    ...(/[.!?]$/.test(shortened) ? [] : [say('text', 'text skal slutte med punktum.')]),
    ...(/[.!]$/.test(title) ? [say('text', 'title skal ikke slutte med punktum.')] : []),
    ...(/^\p{Ll}/u.test(title) ? [say('text', 'title skal begynde med stort.')] : []),
    ...(title.replace(/\.$/, '') === shortened.replace(/\.$/, '') ? [say('text', 'text siger det samme som title.')] : []),
    ...(kind === 'next-action' && actions.length === 0 ? [say('text', 'en regel om noget at gøre skal have en action.')] : []),
    ...actions
      .filter(({ label }) => DECIDES.test(label))
      .map(({ label }) => say('text', `handlingen «${label}» foregriber en afgørelse, som et menneske skal træffe.`)),
  ]
}

function citationProblems({ cites, status }: VersionSource, say: Say): readonly AuthorProblem[] {
  const texts = cites.map(({ text }) => text)
  const isLaw = status === 'in-force' || status === 'repealed'
  return [
    ...texts.filter((text, index) => texts.indexOf(text) !== index).map((text) => say('citation', `«${text}» står to gange.`)),
    ...(isLaw ? texts.filter(isNowhere) : []).map((text) => say('citation', `«${text}» peger ikke på et sted i loven.`)),
    ...cites.flatMap(({ text, ...rest }) => addressProblem(text, 'eli' in rest ? rest.eli : undefined, say)),
  ]
}

/** No paragraph, no number, no act by its letters: nobody could look it up. Nor could they a "stk." of no paragraph. */
function isNowhere(text: string): boolean {
  const citations = parseCitations(text)
  return citations.length > 0 ? citations.every(isRelative) : !/§\s*\d|\d|\p{Lu}{2}/u.test(text)
}

/** A citation that gives a number and an address must mean the same document by both. */
function addressProblem(text: string, eli: string | undefined, say: Say): readonly AuthorProblem[] {
  const [, year, number] = /^eli\/[a-z]+\/(\d{4})\/(\d+)$/.exec(eli ?? '') ?? []
  const named = parseCitations(text).flatMap(({ acts }) => acts.filter((act) => act.form === 'number'))
  if (year === undefined || named.length === 0) return []
  const same = named.some((act) => act.number === Number(number) && (act.year === null || Math.abs(act.year - Number(year)) <= 1))
  return same ? [] : [say('citation', `«${text}» og adressen ${eli ?? ''} er ikke det samme dokument.`)]
}

function conditionProblems(version: VersionSource, say: Say): readonly AuthorProblem[] {
  const own = Object.entries(version.conditions)
  const expressions = [version.applies, version.met, version.due ?? '', version.warnFrom ?? '', ...own.map(([, { feel }]) => feel)]
  const used = (name: string) => expressions.some((feel) => new RegExp(`(?<![\\w.])${name}(?![\\w.])`).test(feel))
  const texts = own.map(([, { text }]) => text)
  return [
    ...own.filter(([name]) => !used(name)).map(([name]) => say('unused-condition', `betingelsen ${name} bruges ikke.`)),
    ...texts.filter((text, index) => texts.indexOf(text) !== index).map((text) => say('twice', `to betingelser hedder «${text}».`)),
  ]
}

const NOBODY = /^(?:todo|tbd|ukendt|navn|n\.?n\.?|x+|\?+|test|jurist)$/iu

function reviewProblems({ review }: VersionSource, today: CalendarDay, say: Say): readonly AuthorProblem[] {
  if (review === null) return []
  return [
    ...(review.on > today ? [say('review', `gennemgangen er dateret ${review.on}, som ikke er kommet endnu.`)] : []),
    ...(NOBODY.test(review.by.trim()) ? [say('review', `«${review.by}» er ikke navnet på den, der har gennemgået reglen.`)] : []),
  ]
}

function deadlineProblems({ due, warnFrom, status }: VersionSource, say: Say): readonly AuthorProblem[] {
  const isLaw = status === 'in-force' || status === 'repealed'
  return isLaw && warnFrom !== null && due === null ? [say('deadline', 'der er et varsel, men ingen frist.')] : []
}

/** Two examples of the same facts on the same day: one of them is a slip of the pen. */
function exampleTwins({ examples }: RuleSource, say: Say): readonly AuthorProblem[] {
  const keys = examples.map(({ expect: _expect, why: _why, due: _due, missing: _missing, ...rest }) => sorted(rest))
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key)
    return first === index ? [] : [say('twice', `eksempel ${first + 1} og ${index + 1} er den samme sag.`)]
  })
}

function sorted(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** Rules that cannot be told apart, and versions that say what the one before says. */
export function twinProblems(sources: readonly RuleSource[]): readonly AuthorProblem[] {
  const twice = (part: 'id' | 'title', words: string) =>
    sources
      .filter((source, index) => sources.findIndex((other) => other[part] === source[part]) !== index)
      .map(({ id, [part]: value }): AuthorProblem => ({ rule: id, code: 'twice', text: `${words} «${value}».` }))
  return [
    ...twice('id', 'en anden regel har også id'),
    ...twice('title', 'en anden regel hedder også'),
    ...sources.flatMap((source) =>
      source.versions.flatMap((version, index) => {
        const before = source.versions[index - 1]
        return before && sameLaw(before, version)
          ? [{ rule: source.id, code: 'twice', text: `version ${before.from} og ${version.from} siger det samme.` } as const]
          : []
      }),
    ),
  ]
}

function sameLaw(one: VersionSource, other: VersionSource): boolean {
  const bare = ({ from: _from, to: _to, status, ...rest }: VersionSource) =>
    JSON.stringify([status === 'repealed' ? 'in-force' : status, rest])
  return bare(one) === bare(other)
}
