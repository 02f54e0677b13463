/**
 * Places a day on a line so that a deadline tomorrow and one half a year away can both be read: near today a day
 * takes much room, far away little. Order is kept, and the same distance either side of today looks the same.
 */
export function timePosition(daysFromToday: number, range: { readonly earliest: number; readonly latest: number }): number {
  const low = squeeze(range.earliest)
  const high = squeeze(range.latest)
  return high === low ? 0.5 : (squeeze(daysFromToday) - low) / (high - low)
}

function squeeze(days: number): number {
  return Math.sign(days) * Math.log1p(Math.abs(days) / 5)
}
