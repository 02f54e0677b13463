/** Whether the municipality has switched model use off, for all or for a unit. In effect in every replica within 60 s. */
export interface KillSwitch {
  isOff(unit: string): boolean
  close(): Promise<void>
}
