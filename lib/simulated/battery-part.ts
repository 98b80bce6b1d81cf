import { batteryUuids, encodeBatteryLevel } from '../bluetooth/services/battery';
import { HOUR_MS } from '../core/time';
import { allows, answered, type ModelPart, refused } from './peripheral';

export interface BatteryOptions {
  /** Charge at the first connection, percent 0 to 100. */
  readonly startPct: number;
  /** Percent lost per hour, connected or not; with 0, the battery never notifies. */
  readonly drainPctPerHour: number;
}

/** Battery service: the level can be read, and is notified when its whole percentage changes. Stays at 0 % once reached. */
export function batteryPart({ startPct, drainPctPerHour }: BatteryOptions): ModelPart {
  let startMs: number | null = null;
  let linked = false;
  let notified = startPct;
  const levelAt = (atMs: number) => {
    const usedPct = ((atMs - (startMs ?? atMs)) / HOUR_MS) * drainPctPerHour;
    return Math.min(100, Math.max(0, Math.round(startPct - usedPct)));
  };
  /** When the charge falls half a percent below the last level sent. */
  const nextAtMs = () => {
    if (!linked || startMs === null || drainPctPerHour <= 0 || notified <= 0) return null;
    return startMs + ((startPct - notified + 0.5) / drainPctPerHour) * HOUR_MS;
  };

  return {
    service: { uuid: batteryUuids.service, characteristics: [{ uuid: batteryUuids.level, properties: allows('read', 'notify') }] },
    connected(atMs) {
      startMs ??= atMs;
      linked = true;
      notified = levelAt(atMs);
    },
    disconnected() {
      linked = false;
    },
    read: (_, atMs) => answered(encodeBatteryLevel(levelAt(atMs))),
    write: () => refused('not-permitted'),
    nextAtMs,
    advance(toMs) {
      const packets = [];
      for (let atMs = nextAtMs(); atMs !== null && atMs <= toMs; atMs = nextAtMs()) {
        notified--;
        packets.push({ characteristic: batteryUuids.level, bytes: encodeBatteryLevel(notified), atMs });
      }
      return packets;
    },
  };
}
