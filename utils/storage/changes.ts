import { browser } from '#utils/browser/browser.ts'

/** Calls back when the organisation's or the unit's settings change. */
export function onSettingsChanged(callback: () => void): () => void {
  const listener = (_changes: unknown, area: string) => {
    if (area === 'managed' || area === 'local') callback()
  }
  browser.storage.onChanged.addListener(listener)
  return () => browser.storage.onChanged.removeListener(listener)
}
