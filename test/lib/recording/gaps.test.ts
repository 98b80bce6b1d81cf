import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps, type LinkGap, type Packet } from '../../../lib/recording';
import { everySecond, packet, START_MS, type TimedBeat, wanderingBeats } from '../../support/packets';

const seeds = fc.integer({ min: 1, max: 2 ** 31 });

/** The beats without those that ended within a stretch, and the removed ones. */
function without(beats: readonly TimedBeat[], fromMs: number, toMs: number) {
  const inside = ({ endMs }: TimedBeat) => endMs > fromMs && endMs <= toMs;
  const lost = beats.filter(inside);
  return {
    left: beats.filter((beat) => !inside(beat)),
    afterBeat: beats.findIndex(inside),
    lengthMs: lost.reduce((sum, { ticks }) => sum + (ticks * 1000) / 1024, 0),
  };
}

describe('a series without a loss', () => {
  it('property: has no gap with one packet a second and jitter', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 900 }), (seed, count, jitterMs) => {
        expect(findGaps(everySecond(wanderingBeats(seed, count), START_MS, { jitterMs, seed }), [])).toEqual([]);
      }),
    );
  });

  it('property: has no gap when packets are delayed by up to 8 s and arrive in a burst', () => {
    // The next delay may begin when the last one ends, before all packets have caught up.
    const stall = fc.record({ afterS: fc.double({ min: 0, max: 90, noNaN: true }), forS: fc.double({ min: 0.5, max: 8, noNaN: true }) });
    fc.assert(
      fc.property(seeds, fc.array(stall, { maxLength: 6 }), (seed, some) => {
        let endMs = START_MS;
        const stalls = some.map(({ afterS, forS }) => {
          const fromMs = endMs + afterS * 1000;
          endMs = fromMs + forS * 1000;
          return { fromMs, toMs: endMs };
        });
        expect(findGaps(everySecond(wanderingBeats(seed, 300), START_MS, { jitterMs: 400, stalls, seed }), [])).toEqual([]);
      }),
    );
  });

  it('has no gap over an hour with a clock that is 100 ppm fast', () => {
    const beats = wanderingBeats(5, 3600).map(({ ticks, endMs }) => ({ ticks, endMs: START_MS + (endMs - START_MS) * 1.0001 }));
    expect(findGaps(everySecond(beats), [])).toEqual([]);
  });

  it('has no gap when it is empty', () => {
    expect(findGaps([], [])).toEqual([]);
    expect(findGaps([packet([])], [{ afterBeat: 0, lostAtMs: START_MS, backAtMs: START_MS + 9000 }])).toEqual([]);
  });
});

describe('missing beats', () => {
  it('property: of 4 s or more are one gap, at the right beat, with a length right to a beat or a second', () => {
    const holes = fc.record({ atS: fc.integer({ min: 15, max: 150 }), forS: fc.double({ min: 4, max: 60, noNaN: true }) });
    fc.assert(
      fc.property(seeds, holes, fc.integer({ min: 0, max: 300 }), (seed, { atS, forS }, jitterMs) => {
        const beats = wanderingBeats(seed, 400);
        const { left, afterBeat, lengthMs } = without(beats, START_MS + atS * 1000, START_MS + (atS + forS) * 1000);
        fc.pre(lengthMs >= 4000);
        const gaps = findGaps(everySecond(left, START_MS, { jitterMs, seed }), []);
        expect(gaps.map(({ cause, afterBeat: at }) => [cause, at])).toEqual([['missing', afterBeat]]);
        expect(Math.abs((gaps[0]?.lengthMs ?? 0) - lengthMs)).toBeLessThanOrEqual(1300 + jitterMs);
      }),
    );
  });

  it('with more than a minute on either side have a length right to half a second', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { left, lengthMs } = without(wanderingBeats(seed, 300), START_MS + 100_000, START_MS + 112_000);
      const [gap] = findGaps(everySecond(left, START_MS, { jitterMs: 200, seed }), []);
      expect(Math.abs((gap?.lengthMs ?? 0) - lengthMs)).toBeLessThan(500);
    }
  });

  it('in two distant places are two gaps', () => {
    const first = without(wanderingBeats(3, 400), START_MS + 50_000, START_MS + 60_000);
    const second = without(first.left, START_MS + 150_000, START_MS + 156_000);
    const gaps = findGaps(everySecond(second.left), []);
    expect(gaps.map(({ afterBeat }) => afterBeat)).toEqual([first.afterBeat, second.afterBeat]);
  });

  it('after delayed packets are found at their own place', () => {
    const { left, afterBeat } = without(wanderingBeats(9, 300), START_MS + 100_000, START_MS + 110_000);
    const stalls = [{ fromMs: START_MS + 60_000, toMs: START_MS + 65_000 }];
    expect(findGaps(everySecond(left, START_MS, { stalls }), []).map((gap) => gap.afterBeat)).toEqual([afterBeat]);
  });
});

describe('a lost link', () => {
  const linkGap = (afterBeat: number): LinkGap => ({ afterBeat, lostAtMs: START_MS, backAtMs: START_MS });
  const split = (seed: number, at: number, awayMs: number): Packet[] => {
    const beats = wanderingBeats(seed, 120);
    const later = beats.slice(at).map(({ ticks, endMs }) => ({ ticks, endMs: endMs + awayMs }));
    return everySecond([...beats.slice(0, at), ...later]);
  };

  it('property: is always a gap, even a short one without a missed beat', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 20, max: 100 }), fc.integer({ min: 0, max: 90_000 }), (seed, at, awayMs) => {
        // The packets must be split at the beat, as when a link is lost between them.
        const packets = split(seed, at, awayMs).flatMap((one) => one.rrTicks.map((ticks) => ({ ...one, rrTicks: [ticks] })));
        const gaps = findGaps(packets, [linkGap(at)]);
        expect(gaps.filter(({ cause }) => cause === 'link').map(({ afterBeat }) => afterBeat)).toEqual([at]);
        const length = gaps.find(({ cause }) => cause === 'link')?.lengthMs ?? Number.NaN;
        expect(Math.abs(length - awayMs)).toBeLessThanOrEqual(1300);
      }),
    );
  });

  it('and missing beats are separate gaps', () => {
    const { left, afterBeat } = without(wanderingBeats(4, 200), START_MS + 100_000, START_MS + 110_000);
    const packets = everySecond(left);
    // Lost between two packets, some time before the missing beats.
    const lostAt = packets.slice(0, 50).reduce((sum, { rrTicks }) => sum + rrTicks.length, 0);
    expect(findGaps(packets, [linkGap(lostAt)]).map((gap) => [gap.cause, gap.afterBeat])).toEqual([
      ['link', lostAt],
      ['missing', afterBeat],
    ]);
  });

  it('before the first beat or after the last makes no gap', () => {
    const packets = everySecond(wanderingBeats(2, 50));
    expect(findGaps(packets, [linkGap(0), linkGap(50)])).toEqual([]);
  });
});

describe('any input', () => {
  it('property: gives gaps between two beats, in order, each once, with non-negative length', () => {
    const anyPacket = fc.record({ rr: fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 9 }), afterMs: fc.nat(20_000) });
    fc.assert(
      fc.property(fc.array(anyPacket, { maxLength: 40 }), fc.array(fc.nat(100), { maxLength: 3 }), (some, links) => {
        let atMs = START_MS;
        const packets = some.map(({ rr, afterMs }) => {
          atMs += afterMs;
          return packet(rr, atMs);
        });
        const beats = packets.reduce((sum, { rrTicks }) => sum + rrTicks.length, 0);
        const gaps = findGaps(packets, links.map(linkGapAt));
        const places = gaps.map(({ afterBeat }) => afterBeat);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        for (const { afterBeat, lengthMs } of gaps) {
          expect(afterBeat).toBeGreaterThan(0);
          expect(afterBeat).toBeLessThan(beats);
          expect(lengthMs).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

function linkGapAt(afterBeat: number): LinkGap {
  return { afterBeat, lostAtMs: START_MS, backAtMs: START_MS };
}
