/** What an extension cannot protect itself against (other extensions, the operating system), and what IT can do instead. */
export const ADVICE_TO_IT: readonly string[] = [
  'Uden for udvidelsens rækkevidde: andre udvidelser med adgang til Fasit-siden, og programmer på maskinen, kan læse det, siden viser.',
  '- Bloker andre udvidelser: ExtensionSettings {"*": {"installation_mode": "blocked"}}, og tillad kun dem, der er godkendt.',
  '- Hold andre udvidelser fra Fasit: runtime_blocked_hosts for "*" med Fasits værter; runtime_allowed_hosts kun for Sagshjælp.',
  '- Slå udviklertilstand fra: ExtensionDeveloperModeSettings = 1.',
  '- Kryptér maskinens disk, og kør ikke skærmoptager eller sessionsoptagelse på arbejdspladsen.',
]
