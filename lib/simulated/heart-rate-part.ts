import {
  encodeBodySensorLocation,
  encodeHeartRateMeasurement,
  heartRateUuids,
  isEnergyReset,
  rrCapacity,
} from '../bluetooth/services/heart-rate';
import { sum } from '../core/statistics';
import { MINUTE_MS } from '../core/time';
import { type BeatClock, beatClock, type SimulatedBeat } from './beat-clock';
import { energyCounter } from './energy-counter';
import type { HeartRateOptions, Interruption } from './heart-rate-options';
import type { ModelPacket } from './model';
import { allows, answered, type ModelPart, refused } from './peripheral';

/** Heart rate is the mean over this many beats. */
const HR_BEATS = 5;
const U16 = 0xffff;

/**
 * Heart Rate service. Each packet holds as many of the beats since the last one as fit; the rest wait for the next. After a reconnect it
 * sends only beats that happen from then on. Sends nothing more after the end of a finite series.
 */
export function heartRatePart(options: HeartRateOptions): ModelPart {
  const { rrSource = 'measured', packetEveryMs = 1000, wideHr = false, interruptions = [] } = options;
  const energy = energyCounter(options.energy ?? null);
  let startMs = 0;
  let clock: BeatClock | null = null;
  let waiting: SimulatedBeat[] = [];
  let recent: readonly SimulatedBeat[] = [];
  let packetAtMs: number | null = null;

  const inside = (what: Interruption['what'], fromMs: number, toMs = fromMs) =>
    interruptions.some((one) => one.what === what && startMs + one.fromMs <= toMs && fromMs < startMs + one.toMs);

  function observe(toMs: number): void {
    for (const beat of clock?.takeUntil(toMs) ?? []) {
      if (inside('no-contact', beat.startMs, beat.endMs)) {
        recent = [];
        continue;
      }
      recent = [...recent, beat].slice(-HR_BEATS);
      if (rrSource !== 'none' && !inside('no-rr', beat.endMs) && !inside('silent', beat.endMs)) waiting.push(beat);
    }
  }

  function packet(atMs: number): ModelPacket | null {
    observe(atMs);
    const silent = inside('silent', atMs);
    if (silent || inside('no-rr', atMs)) waiting = [];
    if (silent) return null;
    const contact = !inside('no-contact', atMs);
    const hrBpm = contact ? heartRate(recent) : 0;
    const energyKj = energy.next(atMs);
    const beats = waiting.splice(0, rrCapacity(wideHr || hrBpm > 0xff, energyKj !== null));
    const rrTicks = beats.map((beat) => {
      const ticks = rrSource === 'made-up' ? Math.round(MINUTE_MS / Math.max(1, hrBpm)) : Math.min(U16, Math.round(beat.rrMs * 1.024));
      options.onSent?.({ index: beat.index, rrMs: beat.rrMs, ticks, beatAtMs: beat.endMs, sentAtMs: atMs });
      return ticks;
    });
    const bytes = encodeHeartRateMeasurement({
      hrBpm,
      wideHr,
      contact: options.contactSupport === false ? 'unsupported' : contact ? 'detected' : 'not-detected',
      energyKj,
      rrTicks,
    });
    return { characteristic: heartRateUuids.measurement, bytes: options.byteOrder === 'big' ? swapped(bytes) : bytes, atMs };
  }

  const nextAtMs = () => (clock === null || (clock.ended() && waiting.length === 0) ? null : packetAtMs);

  return {
    service: {
      uuid: heartRateUuids.service,
      characteristics: [
        { uuid: heartRateUuids.measurement, properties: allows('notify') },
        { uuid: heartRateUuids.bodySensorLocation, properties: allows('read') },
        ...(options.energy ? [{ uuid: heartRateUuids.controlPoint, properties: allows('write') }] : []),
      ],
    },
    connected(atMs) {
      if (clock === null) {
        startMs = options.startMs ?? atMs + (options.leadInMs ?? 0);
        clock = beatClock(options.rr, startMs);
      }
      observe(atMs);
      waiting = [];
      packetAtMs = atMs + packetEveryMs;
    },
    disconnected() {
      packetAtMs = null;
    },
    read: () => answered(encodeBodySensorLocation(options.location ?? 'chest')),
    write(_, bytes, atMs) {
      if (!isEnergyReset(bytes)) return refused('failed');
      energy.reset(atMs);
      return answered();
    },
    nextAtMs,
    advance(toMs) {
      const packets: ModelPacket[] = [];
      for (let atMs = nextAtMs(); atMs !== null && atMs <= toMs; atMs = nextAtMs()) {
        const made = packet(atMs);
        if (made !== null) packets.push(made);
        packetAtMs = atMs + packetEveryMs;
      }
      return packets;
    },
  };
}

/** Whole bpm from the mean of the intervals; 0 without intervals. */
function heartRate(beats: readonly SimulatedBeat[]): number {
  const totalMs = sum(beats.map((beat) => beat.rrMs));
  return totalMs > 0 ? Math.min(U16, Math.round((MINUTE_MS * beats.length) / totalMs)) : 0;
}

/** The same packet with every 16-bit field big-endian. */
function swapped(bytes: Uint8Array): Uint8Array {
  const from = 2 - (bytes.length % 2);
  return bytes.map((byte, i) => (i < from ? byte : (bytes[(i - from) % 2 === 0 ? i + 1 : i - 1] ?? byte)));
}
