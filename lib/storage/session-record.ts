import type { StoredSessionPlan, TreatmentClass } from '../catalogue';

/** What was really done in a session: the row of `sessions`. */

export type SessionEnd = 'finished' | 'stopped' | 'skipped-to-end' | 'link-lost' | 'tab-closed' | 'fault';

/** One line of the diary. */
export interface SessionRecord {
  readonly id: string;
  readonly plan: StoredSessionPlan;
  /** Null: without a device, by the timer alone. */
  readonly device: { readonly id: string; readonly name: string | null; readonly kind: string; readonly class: TreatmentClass } | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly timeZone: string;
  readonly day: string;
  readonly end: SessionEnd | null;
  /** What was really done, in order: from what the device said where it says anything (`measured`), else from what it was told. */
  readonly done: readonly {
    readonly atMs: number;
    readonly levels: Readonly<Record<string, number>>;
    readonly temperatureC?: number;
    readonly measured: boolean;
  }[];
  readonly activeS: number;
  /** The simulated device's: kept apart. */
  readonly demo: boolean;
  readonly note?: string;
}
