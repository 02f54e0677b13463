import type { Draft } from '../../utils/knowledge/draft.ts'

/** A heading that carries a number ("2.1. Samtaler") makes its part one that can be cited ("pkt. 2.1"). */
export function numberPoints(drafts: readonly Draft[]): readonly Draft[] {
  for (const part of drafts) {
    const number = part.unit === 'part' || part.unit === 'chapter' ? pointNumber(`${part.label} ${part.heading}`.trim()) : null
    if (number !== null) {
      part.unit = 'point'
      part.number = number
    }
    numberPoints(part.content.filter((piece) => typeof piece !== 'string'))
  }
  return drafts
}

/** "2.1. Samtaler" → `2.1`; "3 Frister" → `3`; `null` where no number leads. */
export function pointNumber(heading: string): string | null {
  const [, number] = /^(?:pkt\.\s*)?(\d{1,3}(?:\.\d{1,3}){0,4})\.?(?:\s|$)/iu.exec(heading) ?? []
  return number ?? null
}
