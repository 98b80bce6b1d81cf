import type { Packet } from '../../lib/recording';
import { TICKS_PER_SECOND } from '../../lib/recording';
import { randomFrom } from './rr-generator';

/** Beats and packets as a strap makes them, for testing code that handles packets: the truth is known, and no product code is used. */

export interface TimedBeat {
  readonly ticks: number;
  /** When the beat ended its interval, epoch ms. */
  readonly endMs: number;
}

export const START_MS = Date.UTC(2026, 4, 4, 6, 0, 0);

/** One packet with these intervals. */
export function packet(rrTicks: readonly number[], atMs = START_MS, contact: Packet['contact'] = 'detected'): Packet {
  return { atMs, hrBpm: 60, contact, rrTicks };
}

/** Beats of `count` intervals that wander between 600 and 1300 ms, laid out from `startMs`. */
export function wanderingBeats(seed: number, count: number, startMs = START_MS): TimedBeat[] {
  const random = randomFrom(seed);
  let rrMs = 650 + 550 * random();
  let endMs = startMs;
  return Array.from({ length: count }, () => {
    rrMs = Math.min(1300, Math.max(600, rrMs + 120 * (random() - 0.5)));
    const ticks = Math.round((rrMs * TICKS_PER_SECOND) / 1000);
    endMs += (ticks * 1000) / TICKS_PER_SECOND;
    return { ticks, endMs };
  });
}

export interface RadioOptions {
  /** Each packet is late by up to this much, ms. */
  readonly jitterMs?: number;
  /** Non-overlapping stretches in which the radio delivers nothing; due packets come in a burst at their end. Epoch ms. */
  readonly stalls?: readonly { readonly fromMs: number; readonly toMs: number }[];
  readonly seed?: number;
}

/** One packet a second with the beats since the one before, as they arrive. Seconds without a beat have a packet with none. */
export function everySecond(beats: readonly TimedBeat[], startMs = START_MS, options: RadioOptions = {}): Packet[] {
  const random = randomFrom(options.seed ?? 1);
  const packets: Packet[] = [];
  const lastMs = beats.at(-1)?.endMs ?? startMs;
  let arrivedMs = startMs;
  for (let next = 0, second = 1; startMs + (second - 1) * 1000 < lastMs; second++) {
    const sentMs = startMs + second * 1000;
    const rrTicks: number[] = [];
    for (let beat = beats[next]; beat !== undefined && beat.endMs <= sentMs; beat = beats[++next]) rrTicks.push(beat.ticks);
    const late = sentMs + (options.jitterMs ?? 0) * random();
    const stall = options.stalls?.find(({ fromMs, toMs }) => late >= fromMs && late < toMs);
    // Packets never overtake one another.
    arrivedMs = Math.max(arrivedMs, Math.round(stall?.toMs ?? late));
    packets.push(packet(rrTicks, arrivedMs));
  }
  return packets;
}
