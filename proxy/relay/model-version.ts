const FORM = /^[a-z0-9][a-z0-9._:/@-]{0,79}$/i

/**
 * The model's version as the upstream named it, for the record. An upstream writes what it likes there, so only a name
 * in the form of one is kept.
 */
export function versionOf(named: string | null): string | null {
  return named !== null && FORM.test(named) ? named : null
}
