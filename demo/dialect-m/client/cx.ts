import { styleClass, type StyleName } from '../styles/compile.ts'

/** Class names of named styles in this build; words that start with a capital (`MuiPaper-root`) or `layout__` pass through. */
export function cx(...names: (StyleName | `Mui${string}` | `layout__${string}` | false | null | undefined)[]): string {
  return names
    .filter((name) => typeof name === 'string')
    .map(classOf)
    .join(' ')
}

const known = new Map<string, string>()

function classOf(name: StyleName | `Mui${string}` | `layout__${string}`): string {
  if (name.startsWith('Mui') || name.startsWith('layout__')) return name
  const cached = known.get(name)
  if (cached) return cached
  const made = styleClass(name as StyleName, __STYLE_SEED__)
  known.set(name, made)
  return made
}
