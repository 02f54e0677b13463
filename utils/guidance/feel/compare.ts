import type { Relation } from './node.ts'
import type { Compiled } from './compile.ts'
import { Bounds, Unread, unreadTogether, withoutBounds, type FeelValue, type Result } from './value.ts'

type Ordered = string | number

const ORDER: Readonly<Record<'<' | '<=' | '>' | '>=', (left: Ordered, right: Ordered) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

const MIRRORED: Readonly<Record<Relation, Relation>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/** A comparison. What is empty has no order (`null`), and a count of which only the bounds are known is compared by them. */
export function compareFor(rel: Relation, left: Compiled, right: Compiled): Compiled {
  return rel === '=' || rel === '!=' ? equality(rel === '=', left, right) : ordering(rel, left, right)
}

function equality(equal: boolean, left: Compiled, right: Compiled): Compiled {
  const rel = equal ? '=' : '!='
  return (scope) => {
    const a = left(scope)
    const b = right(scope)
    if (a instanceof Unread || b instanceof Unread) return undecided(rel, a, b)
    return (a === b) === equal
  }
}

function ordering(rel: '<' | '<=' | '>' | '>=', left: Compiled, right: Compiled): Compiled {
  const order = ORDER[rel]
  return (scope) => {
    const a = left(scope)
    if (a === null) return null
    const b = right(scope)
    if (b === null) return null
    if (a instanceof Unread || b instanceof Unread) return undecided(rel, a, b)
    return order(a as Ordered, b as Ordered)
  }
}

function undecided(rel: Relation, a: Result, b: Result): Result {
  if (a instanceof Bounds && typeof b === 'number') return decideByBounds(rel, a, b) ?? withoutBounds(a)
  if (b instanceof Bounds && typeof a === 'number') return decideByBounds(MIRRORED[rel], b, a) ?? withoutBounds(b)
  if (a instanceof Unread) return b instanceof Unread ? unreadTogether(a, b) : withoutBounds(a)
  return b instanceof Unread ? withoutBounds(b) : null
}

/** True or false when every count within the bounds gives it; otherwise `null`. */
function decideByBounds(rel: Relation, { low, high }: Bounds, than: number): FeelValue {
  switch (rel) {
    case '=': return than < low || than > high ? false : null
    case '!=': return than < low || than > high ? true : null
    case '>=': return low >= than ? true : high < than ? false : null
    case '>': return low > than ? true : high <= than ? false : null
    case '<': return high < than ? true : low >= than ? false : null
    case '<=': return high <= than ? true : low > than ? false : null
  }
}
