/**
 * Leaves the page as a gateway's redirect does. A target that differs from the page in its `#` only would stay on the
 * page, so that one is loaded again.
 */
export function leaveFor(target: Window, url: string): void {
  const { location } = target
  const next = new URL(url, location.href)
  const samePage = next.href.split('#')[0] === location.href.split('#')[0]
  location.assign(next.href)
  if (samePage) location.reload()
}
