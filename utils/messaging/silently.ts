/** For work whose failure changes nothing for anybody: a tab that is gone, a browser without the feature. */
export function silently(work: Promise<unknown>): void {
  work.catch(() => undefined)
}
