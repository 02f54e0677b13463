/** Whether there is a model to ask. Everything local works in all of them. */
export type ProxyState =
  | 'not-configured'
  | 'ok'
  /** Not reached, or something else answers in its place. */
  | 'away'
  /** It is there, and asks who we are. */
  | 'signed-out'
  /** It knows who we are, and we have no unit or role there. */
  | 'no-access'
  /** The municipality, or the unit's supervisor, has switched the model off. */
  | 'switched-off'
