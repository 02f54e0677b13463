/** `local` is open to content scripts unless closed; they get what they need by message and nothing else. */
export async function keepStorageFromPages(): Promise<void> {
  if (typeof chrome === 'object' && typeof chrome.storage?.local?.setAccessLevel === 'function') {
    await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
    await chrome.storage.session.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
  }
}
