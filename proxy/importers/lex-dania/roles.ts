/** What an element is to us. */
export type Role =
  | 'none'
  | 'meta'
  | 'field'
  | 'title'
  | 'part'
  | 'chapter'
  | 'paragraph'
  | 'stk'
  | 'nr'
  | 'item'
  | 'annex'
  | 'note'
  | 'label'
  | 'heading'
  | 'line'
  /** In an annex, or in the commencement of older acts: the numbers are not this act's. */
  | 'foreign'
  | 'foreign-part'
  /** What an amendment puts into another act. */
  | 'quoted'
  | 'skipped'

export interface RoleContext {
  readonly above: Role
  /** The document's own `DocumentType`, as read so far. */
  readonly type: string
}

const PARTS = new Set(['Bog', 'Afdeling', 'Afsnit', 'Underafsnit', 'ParagrafGruppe', 'Indledning', 'Tekst', 'TekstGruppe'])
const SKIPPED = new Set(['UnderskriftGruppe', 'Underskrift', 'Ledelse', 'Image', 'Billede'])
const FOREIGN_ROLES: ReadonlySet<Role> = new Set(['foreign', 'foreign-part', 'annex'])

/** Decides by an element's name and the role of what it stands in. Unknown elements only carry the text in them. */
export function roleOf(name: string, context: RoleContext): Role {
  const { above } = context
  if (above === 'skipped' || above === 'field' || SKIPPED.has(name)) return 'skipped'
  if (above === 'meta') return 'field'
  if (above === 'nr' || above === 'quoted') return insideAmendment(name, above)
  return plainRole(name, above) ?? partRole(name, context)
}

/** Elements that are the same wherever they stand. */
function plainRole(name: string, above: Role): Role | null {
  switch (name) {
    case 'Meta':
      return 'meta'
    case 'Titel':
      return above === 'none' || above === 'line' ? 'title' : 'heading'
    case 'Explicatus':
      return 'label'
    case 'Rubrica':
    case 'Undertitel':
      return 'heading'
    case 'AendringsNummer':
      return 'nr'
    default:
      return name.startsWith('Fodnote') || name === 'Note' ? noteRole(above) : null
  }
}

function noteRole(above: Role): Role {
  return above === 'note' ? 'line' : 'note'
}

function partRole(name: string, context: RoleContext): Role {
  const isForeign = FOREIGN_ROLES.has(context.above)
  if (name.startsWith('Bilag')) return isForeign ? 'foreign' : 'annex'
  if (isCommencement(name, context)) return 'foreign-part'
  const role = structural(name)
  if (isForeign) return role === null ? 'foreign' : 'foreign-part'
  return role ?? 'line'
}

function structural(name: string): Role | null {
  if (name === 'Kapitel' || name === 'Subkapitel') return 'chapter'
  if (PARTS.has(name)) return 'part'
  if (name.endsWith('Paragraf')) return 'paragraph'
  if (name.endsWith('Stk')) return 'stk'
  return name === 'Indentatio' ? 'item' : null
}

/** A consolidated act ends with the commencement of the acts it was made from: their paragraphs are not its own. */
function isCommencement(name: string, { type, above }: RoleContext): boolean {
  return /^Ikraft|^IKraft/u.test(name) && type.startsWith('LBK') && !FOREIGN_ROLES.has(above)
}

/** New wording for another act: its paragraphs and stk are words here. Only the number's own label is a label. */
function insideAmendment(name: string, above: Role): Role {
  if (name === 'Explicatus' && above === 'nr') return 'label'
  return 'quoted'
}
