import { beatTimeMs } from './beats';
import type { Gap, LinkGap, Packet } from './types';

/**
 * How far arrival may run ahead of beat time before beats are held to be missing, in ms. A strap that sends once a second adds up to one
 * second and one beat of jitter; a slow adapter adds more, but catches up.
 */
const TOLERANCE_MS = 2500;
/** Arrival has to stay ahead this long: packets that were only held up come in a burst and catch up at once. */
const CONFIRM_MS = 3000;

/**
 * The gaps of a recording. Beat times are rebuilt from the intervals; arrival times serve only to find what is missing.
 *
 * Within one link, latency (arrival − beat time) wanders above a floor. A rise of the floor that stays is lost beats; one that goes again
 * is a held-up packet. A lost link is always a gap: whether or not beats were lost, the next interval need not follow the last.
 */
export function findGaps(packets: readonly Packet[], linkGaps: readonly LinkGap[]): Gap[] {
  const gaps: Gap[] = [];
  const bounds = [...linkGaps.map((gap) => gap.afterBeat), Number.POSITIVE_INFINITY];
  let beat = 0;
  let segment = 0;
  let floor: number | null = null;
  let beatTime = 0;
  let lastBeatAt: number | null = null;
  let pending: { afterBeat: number; sinceMs: number; rise: number } | null = null;

  for (const packet of packets) {
    if (packet.rrTicks.length === 0) continue;
    const inPacket = beatTimeMs(packet.rrTicks);
    const crossed = beat >= (bounds[segment] ?? Number.POSITIVE_INFINITY);
    if (crossed) {
      while (beat >= (bounds[segment] ?? Number.POSITIVE_INFINITY)) segment++;
      if (beat > 0 && lastBeatAt !== null) {
        gaps.push({ afterBeat: beat, lengthMs: Math.max(0, Math.round(packet.atMs - inPacket - lastBeatAt)), cause: 'link' });
      }
      floor = null;
      beatTime = 0;
      pending = null;
    }
    beatTime += inPacket;
    const latency = packet.atMs - beatTime;
    if (floor === null) floor = latency;
    else if (latency < floor) floor = latency;

    const rise = latency - floor;
    if (rise <= TOLERANCE_MS) {
      pending = null;
    } else if (pending === null) {
      pending = { afterBeat: beat, sinceMs: packet.atMs, rise };
    } else {
      pending.rise = Math.min(pending.rise, rise);
      if (packet.atMs - pending.sinceMs >= CONFIRM_MS) {
        gaps.push({ afterBeat: pending.afterBeat, lengthMs: Math.round(pending.rise), cause: 'missing' });
        floor += pending.rise;
        pending = null;
      }
    }
    beat += packet.rrTicks.length;
    lastBeatAt = beatTime + (floor ?? latency);
  }
  return gaps;
}
