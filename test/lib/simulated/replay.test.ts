import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayStrap } from '../../../lib/simulated/replay';
import { play, sentTicks } from './run';
import { ticks, times } from './series';

const recording = fc.array(fc.double({ min: 300, max: 2000, noNaN: true }), { minLength: 1, maxLength: 120 });

describe('a replayed recording', () => {
  it('sends everything once, in order, and then the strap sends nothing more', () => {
    fc.assert(
      fc.property(recording, fc.boolean(), (rr, wideHr) => {
        const strap = replayStrap(rr, { wideHr });
        expect(sentTicks(play(strap))).toEqual(rr.map(ticks));
        expect(strap.beatTimesMs).toEqual(times(rr));
        expect(strap.sent.map(({ index, rrMs }) => [index, rrMs])).toEqual([...rr.entries()]);
        expect(strap.nextAtMs()).toBeNull();
        expect(strap.advance(1e9)).toEqual([]);
      }),
    );
  });

  it('over lost links sends exactly the beats of each link, none twice', () => {
    const stretches = fc.array(fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 10_000 })), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(recording, stretches, (rr, links) => {
        const strap = replayStrap(rr);
        const beats = times(rr);
        const expected: number[] = [];
        const packets = [];
        let nowMs = 0;
        for (const [upMs, downMs] of links) {
          const lastPacketMs = nowMs + Math.floor(upMs / 1000) * 1000;
          for (const [i, atMs] of beats.entries()) if (atMs > nowMs && atMs <= lastPacketMs) expected.push(i);
          strap.connected(nowMs);
          nowMs += upMs;
          packets.push(...strap.advance(nowMs));
          strap.disconnected(nowMs);
          expect(strap.nextAtMs()).toBeNull();
          nowMs += downMs;
          expect(strap.advance(nowMs)).toEqual([]);
        }
        expect(strap.sent.map(({ index }) => index)).toEqual(expected);
        expect(sentTicks(packets)).toEqual(expected.map((i) => ticks(rr[i] ?? Number.NaN)));
      }),
    );
  });

  it('logs when each beat was and when it was sent', () => {
    const strap = replayStrap([900, 900]);
    play(strap, 5000, 100);
    expect(strap.sent).toEqual([
      { index: 0, rrMs: 900, ticks: 922, beatAtMs: 1000, sentAtMs: 1100 },
      { index: 1, rrMs: 900, ticks: 922, beatAtMs: 1900, sentAtMs: 2100 },
    ]);
  });

  it('keeps a zero as recorded, and refuses values that are no intervals', () => {
    expect(sentTicks(play(replayStrap([1000, 0, 500])))).toEqual([1024, 0, 512]);
    expect(() => replayStrap([1000, -1])).toThrow(RangeError);
    expect(() => replayStrap([Number.NaN])).toThrow(RangeError);
    expect(play(replayStrap([]))).toEqual([]);
  });
});
