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
  if (above === 'skipped' || SKIPPED.has(name)) return 'skipped'
  if (above === 'meta') return 'field'
  if (above === 'field') return 'skipped'
  if (name === 'Meta') return 'meta'
  if (name === 'Titel') return above === 'none' || above === 'line' ? 'title' : 'heading'
  if (name.startsWith('Fodnote') || name === 'Note') return above === 'note' ? 'line' : 'note'
  if (above === 'nr' || above === 'quoted') return insideAmendment(name, above)
  return named(name, context)
}

function named(name: string, context: RoleContext): Role {
  if (name === 'Explicatus') return 'label'
  if (name === 'Rubrica' || name === 'Undertitel') return 'heading'
  if (name === 'AendringsNummer') return 'nr'
  const isForeign = FOREIGN_ROLES.has(context.above)
  if (name.startsWith('Bilag')) return isForeign ? 'foreign' : 'annex'
  if (isCommencement(name, context)) return 'foreign-part'
  const role = structural(name)
  if (role === null) return isForeign ? 'foreign' : 'line'
  return isForeign ? 'foreign-part' : role
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
