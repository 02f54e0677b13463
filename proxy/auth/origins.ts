/** Whether a request from a browser comes from the municipality's own extension. A request without `Origin` is not asked. */
export function createOriginCheck(allowed: readonly string[]): (origin: string) => boolean {
  const exact = new Set(allowed)
  const schemes = allowed.filter((origin) => origin.endsWith('://*')).map((origin) => origin.slice(0, -1))
  return (origin) => exact.has(origin) || schemes.some((scheme) => origin.startsWith(scheme))
}
