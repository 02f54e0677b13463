import type { Story, StoryRow, StoryValue } from './story.ts'

/**
 * What an orderly case has besides what its story tells. A story that is about the lack of something says so; one that
 * is silent must not look neglected.
 */
export function withUsual(story: Story): Story {
  return { ...story, ...usualSingles(story), ...usualRows(story) }
}

function usualSingles({ case: { type, start }, cash, plan, sick }: Story): Partial<Story> {
  return {
    ...(type === 'Kontanthjælp' && { cash: { triaged: earlier(start, -14), ...cash } }),
    ...(plan?.joblogRequired === true && { plan: { joblogLast: -4, ...plan } }),
    ...(sick && { sick: { incapacityAssessed: usualAssessment(sick.firstDay), ...sick } }),
  }
}

function usualRows({ meetings, offers, decisions }: Story): Partial<Story> {
  return {
    ...(meetings && { meetings: meetings.map(usualMeeting) }),
    ...(offers && { offers: offers.map((row) => ({ inPlan: true, ...row })) }),
    ...(decisions && { decisions: decisions.map(usualDecision) }),
  }
}

/** Twelve weeks into an absence that has lasted that long. */
function usualAssessment(firstDay: StoryValue | undefined): number | null {
  return typeof firstDay === 'number' && firstDay <= -84 ? firstDay + 84 : null
}

function usualMeeting(row: StoryRow<'meeting'>): StoryRow<'meeting'> {
  return row.status === 'Planlagt' ? { summoned: -6, ...row } : row
}

function usualDecision(row: StoryRow<'decision'>): StoryRow<'decision'> {
  return { informed: true, citizenInvolved: earlier(row.date, 15), ...row }
}

/** Days before a day that a story gives as a number; else as long before today. */
function earlier(day: StoryValue | undefined, days: number): number {
  return Math.min(-1, (typeof day === 'number' ? day : 0) - days)
}
