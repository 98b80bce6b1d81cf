import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recording, type RecordingPlan } from '../../../lib/recording';
import { packet, START_MS } from '../../support/packets';

/** Intervals of exactly one second, so that beat time is easy to count. */
const SECOND = 1024;
const seconds = (count: number) => Array.from({ length: count }, () => SECOND);
const plan: RecordingPlan = { settleS: 3, measureS: 5 };

function recorded(rrTicks: readonly number[], of = plan): Recording {
  const recording = new Recording(of);
  recording.add(packet(rrTicks));
  return recording;
}

describe('the phases of a recording, by beat time', () => {
  it('start with the first beat; packets without beats do not start them', () => {
    const recording = new Recording(plan);
    expect(recording.phase).toBe('waiting');
    recording.add(packet([]));
    expect([recording.phase, recording.share, recording.remainingS]).toEqual(['waiting', 0, 3]);
  });

  it.each([
    [1, 'settling', 2],
    [2, 'settling', 1],
    [3, 'measuring', 5],
    [4, 'measuring', 4],
    [7, 'measuring', 1],
    [8, 'done', 0],
  ] as const)('after %i s: %s, %i s to go', (beats, phase, remainingS) => {
    const recording = recorded(seconds(beats));
    expect([recording.phase, recording.remainingS]).toEqual([phase, remainingS]);
    expect(recording.share).toBeCloseTo(beats / 8);
  });

  it('do not depend on packet times', () => {
    const recording = new Recording(plan);
    // All beats at one instant, or hours apart: only the intervals count.
    for (let i = 0; i < 4; i++) recording.add(packet([SECOND], START_MS));
    for (let i = 0; i < 3; i++) recording.add(packet([SECOND], START_MS + i * 3_600_000));
    expect([recording.phase, recording.remainingS]).toEqual(['measuring', 1]);
  });

  it('without settling count from the first beat', () => {
    const recording = recorded(seconds(5), { settleS: 0, measureS: 5 });
    expect([recording.phase, recording.counted]).toEqual(['done', { first: 0, end: 5 }]);
  });
});

describe('the counted stretch', () => {
  it('is empty while settling', () => {
    const { first, end } = recorded(seconds(2)).counted;
    expect(end - first).toBe(0);
  });

  it('begins with the beat after settling and ends with the beat that completes the plan', () => {
    expect(recorded(seconds(5)).counted).toEqual({ first: 3, end: 5 });
    expect(recorded(seconds(20)).counted).toEqual({ first: 3, end: 8 });
  });

  it('leaves out an interval that began while settling', () => {
    // 2.5 s settled, then 1 s: the fourth interval crosses the end of settling.
    const recording = recorded([SECOND, SECOND, SECOND / 2, SECOND, SECOND]);
    expect(recording.counted).toEqual({ first: 4, end: 5 });
  });

  it('leaves out beats after the end, even those of the same packet', () => {
    const recording = recorded(seconds(6));
    expect(recording.add(packet(seconds(4)))).toBe(2);
    expect(recording.add(packet(seconds(1)))).toBe(0);
    expect(recording.ticks).toHaveLength(8);
    expect(recording.packets.flatMap(({ rrTicks }) => rrTicks)).toEqual(recording.ticks);
  });

  it('ended early contains the beats so far', () => {
    const recording = recorded(seconds(5));
    recording.finish();
    expect([recording.phase, recording.counted, recording.remainingS]).toEqual(['done', { first: 3, end: 5 }, 0]);
    expect(recording.add(packet(seconds(1)))).toBe(0);
    recording.finish();
    expect(recording.counted).toEqual({ first: 3, end: 5 });
  });

  it('ended while settling is empty, but the beats are kept', () => {
    const recording = recorded(seconds(2));
    recording.finish();
    const { first, end } = recording.counted;
    expect([end - first, recording.ticks.length]).toEqual([0, 2]);
  });

  it('property: any packets and plan: every beat once, in order, until the plan is complete', () => {
    const ticks = fc.integer({ min: 200, max: 3000 });
    const plans = fc.record({ settleS: fc.integer({ min: 0, max: 20 }), measureS: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(fc.array(ticks, { maxLength: 9 }), { maxLength: 60 }), plans, (packets, of) => {
        const recording = new Recording(of);
        const taken = packets.reduce((sum, rrTicks) => sum + recording.add(packet(rrTicks)), 0);
        const sent = packets.flat();
        expect(recording.ticks).toEqual(sent.slice(0, taken));
        const { first, end } = recording.counted;
        const sumMs = (from: number, to: number) => recording.ticks.slice(from, to).reduce((sum, one) => sum + (one * 1000) / 1024, 0);
        // Settling is the shortest stretch of beats that fills it, and so is measuring.
        if (end > first) {
          expect(sumMs(0, first)).toBeGreaterThanOrEqual(of.settleS * 1000);
          if (first > 0) expect(sumMs(0, first - 1)).toBeLessThan(of.settleS * 1000);
          expect(sumMs(first, end - 1)).toBeLessThan(of.measureS * 1000);
        }
        if (recording.phase === 'done') expect(sumMs(first, end)).toBeGreaterThanOrEqual(of.measureS * 1000);
        else expect(taken).toBe(sent.length);
      }),
    );
  });
});

describe('a lost link', () => {
  const lostFor = (recording: Recording, ms: number) => {
    recording.linkLost(START_MS + 1000);
    recording.add(packet([SECOND], START_MS + 1000 + ms));
  };

  it('before settling is over counts as sitting still', () => {
    const recording = recorded(seconds(1));
    lostFor(recording, 2000);
    // 1 s of beats and 2 s without the link: settled, so the beat that follows counts.
    expect([recording.phase, recording.counted]).toEqual(['measuring', { first: 1, end: 2 }]);
  });

  it('later does not count as measured', () => {
    const recording = recorded(seconds(4));
    lostFor(recording, 60_000);
    expect([recording.phase, recording.remainingS]).toEqual(['measuring', 3]);
  });

  it('is stored with its place and times, from the loss to the first beat', () => {
    const recording = recorded(seconds(4));
    recording.linkLost(START_MS + 1000);
    recording.linkLost(START_MS + 2000);
    recording.add(packet([], START_MS + 3000));
    recording.add(packet([SECOND], START_MS + 5000));
    expect(recording.linkGaps).toEqual([{ afterBeat: 4, lostAtMs: START_MS + 1000, backAtMs: START_MS + 5000 }]);
  });

  it('is a gap each of three times', () => {
    const recording = new Recording({ settleS: 0, measureS: 60 });
    for (let i = 0; i < 4; i++) {
      recording.add(packet(seconds(2), START_MS + i * 10_000));
      if (i < 3) recording.linkLost(START_MS + i * 10_000 + 4000);
    }
    expect(recording.linkGaps.map((gap) => gap.afterBeat)).toEqual([2, 4, 6]);
    expect(recording.ticks).toHaveLength(8);
  });

  it('after the end is ignored', () => {
    const recording = recorded(seconds(8));
    recording.linkLost(START_MS);
    recording.linkBack(START_MS + 1000);
    expect(recording.linkGaps).toEqual([]);
  });

  it('needs a loss before a return', () => {
    const recording = recorded(seconds(1));
    recording.linkBack(START_MS + 60_000);
    expect([recording.linkGaps, recording.phase]).toEqual([[], 'settling']);
  });
});
