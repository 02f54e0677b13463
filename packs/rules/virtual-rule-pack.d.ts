declare module 'virtual:rule-pack' {
  import type { RulePack } from '#utils/guidance/pack-schema.ts'

  /** The pack that was compiled into this build. `loadRulePack` still validates it. */
  export const pack: RulePack
}
