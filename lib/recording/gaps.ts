import { sum } from '../core/statistics';
import { beatTimeMs } from './beats';
import type { Gap, LinkGap, Packet } from './types';

/**
 * How far arrival may run ahead of beat time before beats count as missing, in ms. A strap that sends once a second adds up to one second
 * and one beat of jitter; a slow adapter adds more, but catches up.
 */
const TOLERANCE_MS = 2500;
/** Arrival must stay ahead for this long: delayed packets come in a burst and catch up at once. */
const CONFIRM_MS = 3000;

/** Packets whose intervals follow one another without a break. */
interface Run {
  readonly afterBeat: number;
  readonly cause: Gap['cause'];
  readonly packets: readonly Packet[];
}

/**
 * The gaps of a recording, in order. Beat times are rebuilt from the intervals; arrival times serve only to find what is missing.
 *
 * Within a run, latency (arrival − beat time) varies above a floor. A lasting rise of the floor means lost beats; a passing one means a
 * delayed packet. A lost link is always a gap: whether or not beats were lost, the next interval need not follow the last. A gap's length
 * is the time from the last beat of one run to the beat with which the next begins, each placed by the smallest latency of its run, which
 * is accurate to about half a second.
 */
export function findGaps(packets: readonly Packet[], linkGaps: readonly LinkGap[]): Gap[] {
  const runs = byLink(packets, linkGaps).flatMap(byMissing);
  const gaps = runs.slice(1).map((run, i): Gap => {
    const before = runs[i] ?? run;
    const lastBeatAt = findFloor(before) + sum(before.packets.map((packet) => beatTimeMs(packet.rrTicks)));
    return { afterBeat: run.afterBeat, lengthMs: Math.max(0, Math.round(findFloor(run) - lastBeatAt)), cause: run.cause };
  });
  // A packet that is delayed again before it has caught up may look lost for long; over the whole run it did catch up.
  return gaps.filter((gap) => gap.cause === 'link' || gap.lengthMs > TOLERANCE_MS);
}

/** Runs between lost links. Packets without intervals tell nothing about gaps. */
function byLink(packets: readonly Packet[], linkGaps: readonly LinkGap[]): Run[] {
  const starts = new Set(linkGaps.map((gap) => gap.afterBeat));
  const runs: Run[] = [];
  let run: Packet[] = [];
  let beat = 0;
  let startedAt = 0;
  const end = () => {
    if (run.length > 0) runs.push({ afterBeat: startedAt, cause: 'link', packets: run });
    run = [];
    startedAt = beat;
  };
  for (const packet of packets) {
    if (packet.rrTicks.length === 0) continue;
    if (starts.has(beat)) end();
    run.push(packet);
    beat += packet.rrTicks.length;
  }
  end();
  return runs;
}

/** Splits a run where latency rose and stayed high. */
function byMissing(run: Run): Run[] {
  let floor = Number.POSITIVE_INFINITY;
  let beatTime = 0;
  let beat = run.afterBeat;
  let rise: { readonly index: number; readonly beat: number; readonly sinceMs: number } | null = null;
  for (const [index, packet] of run.packets.entries()) {
    beatTime += beatTimeMs(packet.rrTicks);
    const latency = packet.atMs - beatTime;
    floor = Math.min(floor, latency);
    if (latency - floor <= TOLERANCE_MS) rise = null;
    else rise ??= { index, beat, sinceMs: packet.atMs };
    if (rise !== null && packet.atMs - rise.sinceMs >= CONFIRM_MS) {
      const rest: Run = { afterBeat: rise.beat, cause: 'missing', packets: run.packets.slice(rise.index) };
      return [{ ...run, packets: run.packets.slice(0, rise.index) }, ...byMissing(rest)];
    }
    beat += packet.rrTicks.length;
  }
  return [run];
}

/** When the first interval of a run began, in epoch ms: the smallest of arrival − beat time. */
function findFloor(run: Run): number {
  let floor = Number.POSITIVE_INFINITY;
  let beatTime = 0;
  for (const packet of run.packets) {
    beatTime += beatTimeMs(packet.rrTicks);
    floor = Math.min(floor, packet.atMs - beatTime);
  }
  return floor;
}
