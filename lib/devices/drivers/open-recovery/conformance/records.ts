import {
  decodeOpenRecoveryMeasurement,
  decodeOpenRecoveryStatus,
  type OpenRecoveryEvent,
  type OpenRecoveryState,
  type OpenRecoveryStatus,
  type OpenRecoveryZone,
} from '../../../../bluetooth/services/open-recovery';
import type { Described } from '../capabilities';
import { findMeasurementFault, findStatusFault } from './forms';
import type { Report } from './report';
import { findHighestPressure, findTolerance, REST_MMHG } from './zone-limits';

export interface HeardStatus {
  readonly atMs: number;
  readonly how: 'read' | 'notified';
  readonly status: OpenRecoveryStatus;
}

export interface HeardZone {
  readonly atMs: number;
  readonly zone: number;
  readonly level: number;
  readonly pressureMmHg: number | null;
}

/** A value that was measured before Status said idle may arrive after it. */
const IDLE_GRACE_MS = 300;

/**
 * Everything that the device reported, in memory, and the rules that hold for each report by itself: its form (D-4, M-3), no more than was
 * set (M-2), no pressure that is too high (P-2), nothing that moves in idle (S-5). The caller provides the time, ms from any point.
 */
export class Records {
  readonly statuses: HeardStatus[] = [];
  readonly zones: HeardZone[] = [];
  /** When a temperature was measured. */
  readonly temperaturesMs: number[] = [];
  /** When a start was last written. */
  startedAtMs = Number.NEGATIVE_INFINITY;
  /** It puts out too much: it must be stopped, and nothing may be started again. */
  danger = false;
  readonly #is: Described;
  readonly #report: Report;

  constructor(is: Described, report: Report) {
    this.#is = is;
    this.#report = report;
  }

  get state(): OpenRecoveryState | null {
    return this.statuses.at(-1)?.status.state ?? null;
  }

  /** Null when it cannot be read. */
  hearStatus(view: DataView, how: 'read' | 'notified', atMs: number): OpenRecoveryStatus | null {
    const fault = findStatusFault(view, how, this.#is.feature);
    if (fault !== null) this.#report.fail('D-4', fault);
    const read = decodeOpenRecoveryStatus(view);
    if (!read.ok) return null;
    this.statuses.push({ atMs, how, status: read.value });
    return read.value;
  }

  hearMeasurement(view: DataView, atMs: number): void {
    const fault = findMeasurementFault(view, this.#is);
    if (fault === null) this.#report.pass('M-3');
    else this.#report.fail('M-3', fault);
    const read = decodeOpenRecoveryMeasurement(view);
    if (!read.ok) return;
    if (read.value.temperatureC !== null) this.temperaturesMs.push(atMs);
    for (const { zone, level, pressureMmHg } of read.value.zones) {
      this.zones.push({ atMs, zone, level, pressureMmHg });
      const range = this.#is.zones.find((one) => one.zone === zone);
      if (range !== undefined) this.#watch(range, level, pressureMmHg, atMs);
    }
  }

  /** What the zone reported since then, in order. */
  heard(zone: number, sinceMs: number): readonly HeardZone[] {
    return this.zones.filter((one) => one.zone === zone && one.atMs >= sinceMs);
  }

  /** The first notification of an event since then. */
  told(event: OpenRecoveryEvent, sinceMs: number): HeardStatus | null {
    return this.statuses.find(({ how, status, atMs }) => how === 'notified' && status.event === event && atMs >= sinceMs) ?? null;
  }

  #watch(range: OpenRecoveryZone, level: number, pressureMmHg: number | null, atMs: number): void {
    const { zone, min, unit } = range;
    // The test never sets more than the lowest level.
    if (level > min + findTolerance(range)) {
      this.#report.fail('M-2', { kind: 'level', zone, expected: min, measured: level, unit });
      this.danger = true;
    }
    const most = findHighestPressure(range);
    if (pressureMmHg !== null && pressureMmHg >= most) {
      this.#report.fail('P-2', { kind: 'pressure-too-high', zone, most, measured: pressureMmHg });
      this.danger = true;
    }
    if (moves(level, pressureMmHg) && this.#isIdle(atMs)) this.#report.fail('S-5', { kind: 'moves-in-idle', zone, level, pressureMmHg });
  }

  /** Whether Status said idle some time ago, and not only before the last start. */
  #isIdle(atMs: number): boolean {
    const before = this.statuses.findLastIndex(({ status, atMs: heardMs }) => status.state !== 'idle' || heardMs <= this.startedAtMs);
    const idle = this.statuses[before + 1];
    return idle !== undefined && atMs - idle.atMs > IDLE_GRACE_MS;
  }
}

export function moves(level: number, pressureMmHg: number | null): boolean {
  return level > 0 || (pressureMmHg ?? 0) >= REST_MMHG;
}
