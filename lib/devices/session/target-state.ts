/** What the device should be doing. */
export interface TargetState {
  /** Whether nothing may move; the rest of the target is ignored then. */
  readonly quiet: boolean;
  readonly levels: Readonly<Record<string, number>>;
  readonly temperatureC?: number;
  readonly programme?: string;
  /** Time to reach new levels, s; 0: as fast as the limits allow. */
  readonly rampS: number;
  /** Time until the end of the session, s. */
  readonly leftS: number;
  /** Zones of a device that was taken over whose level nobody knows: until somebody sets one, nothing is sent to them. */
  readonly unknown: ReadonlySet<string>;
  /** Zones that must not exceed their level, even if somebody raises it at the device itself. */
  readonly held: readonly string[];
}
