import type { CaseView } from '#utils/domain/case-view.ts'
import type { QuickLinkId } from '#utils/domain/quick-link.ts'
import { findFirst } from './find.ts'
import { recognisePage } from './recognise.ts'
import { fillTemplate } from './route.ts'
import type { QuickLinkTarget, SiteProfile } from './site-profile.ts'

export interface QuickLinkRequest {
  readonly window: Window
  readonly profile: SiteProfile
  readonly view: Pick<CaseView, 'identity'>
  readonly link: QuickLinkId
}

const PRESSABLE = new Set(['link', 'tab', 'menuitem'])

/**
 * Goes to a place of the open case the way a user would: presses the host's own menu item, or goes to an address made of
 * the confirmed citizen's ids. Says whether it found a way. Nothing but what the profile lists is ever pressed.
 */
export function followQuickLink({ window, profile, view, link }: QuickLinkRequest): boolean {
  for (const target of profile.links[link] ?? []) if (follow(window, profile, { view, target })) return true
  return false
}

function follow(
  window: Window,
  profile: SiteProfile,
  { view, target }: { view: QuickLinkRequest['view']; target: QuickLinkTarget },
): boolean {
  if ('press' in target) {
    const element = findFirst(target.press, window.document.body)
    if (!element || !isNavigation(element)) return false
    ;(element as HTMLElement).click()
    return true
  }
  const page = recognisePage(profile, window.location, window.document)
  const address = fillTemplate(target.route, {
    ...page?.params,
    citizen: view.identity.citizenId,
    ...(view.identity.caseId !== null && { case: view.identity.caseId }),
  })
  if (address === null) return false
  const url = new URL(address, window.location.href)
  if (url.origin !== window.location.origin) return false
  window.location.assign(url.href)
  return true
}

/** Only what leads somewhere: a link of this host, a tab or a menu item, never a button that may do something. */
function isNavigation(element: Element): boolean {
  if (element.tagName === 'A')
    return element.hasAttribute('href') && !/^\s*(?:javascript|data|blob):/iu.test(element.getAttribute('href') ?? '')
  return PRESSABLE.has(element.getAttribute('role') ?? '')
}
