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

type Sure = (bounds: Bounds, than: number) => boolean

/** When every count within the bounds makes the comparison true. The false cases are the true ones of the opposite comparison. */
const SURE: Readonly<Record<Relation, Sure>> = {
  '=': ({ low, high }, than) => low === than && high === than,
  '!=': ({ low, high }, than) => than < low || than > high,
  '>=': ({ low }, than) => low >= than,
  '>': ({ low }, than) => low > than,
  '<': ({ high }, than) => high < than,
  '<=': ({ high }, than) => high <= than,
}

const OPPOSITE: Readonly<Record<Relation, Relation>> = { '=': '!=', '!=': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }

/** True or false when every count within the bounds gives it; otherwise `null`. */
function decideByBounds(rel: Relation, bounds: Bounds, than: number): FeelValue {
  if (SURE[rel](bounds, than)) return true
  return SURE[OPPOSITE[rel]](bounds, than) ? false : null
}
