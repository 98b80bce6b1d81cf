import { describe, expect, it } from 'vitest';
import { EcgBeats, type EcgFrame } from '../../../../lib/hrv';
import { syntheticEcg } from '../../../../lib/simulated/polar/ecg';
import { withEctopics } from '../../../../lib/simulated/polar/ecg-beats';

const RR_MS = 900;
const PERIOD_NS = 1e9 / 130;
const START_NS = 599_616_000_000_000_000n;

/** Frames as an H10 sends them: 73 samples, stamped with the time of the last. `rate` is how fast the sensor's quartz really runs. */
function frames(seconds: number, rate = 1): EcgFrame[] {
  const rr = Array.from({ length: Math.ceil((seconds * 1000) / RR_MS) + 1 }, () => RR_MS);
  const { microvolts } = syntheticEcg(withEctopics(rr));
  return Array.from({ length: Math.floor((seconds * 130) / 73) }, (_, i) => ({
    endNs: START_NS + BigInt(Math.round(((i + 1) * 73 - 1) * PERIOD_NS * rate)),
    microvolts: microvolts.slice(i * 73, (i + 1) * 73),
  }));
}

function intervals(all: readonly EcgFrame[]) {
  const beats = new EcgBeats(130);
  return [...all.flatMap((frame) => beats.push(frame)), ...beats.cut()];
}

describe('intervals of ECG frames', () => {
  it('are the heart’s intervals, without false gaps', () => {
    const found = intervals(frames(60));
    expect(found.length).toBeGreaterThanOrEqual(63);
    for (const { rrMs, afterGap } of found) {
      expect(Math.abs(rrMs - RR_MS)).toBeLessThan(1);
      expect(afterGap).toBe(false);
    }
  });

  it('are timed by the timestamps of the frames', () => {
    const found = intervals(frames(120, 1.004));
    const late = found.slice(-20).map(({ rrMs }) => rrMs);
    expect(late.reduce((sum, one) => sum + one, 0) / late.length).toBeCloseTo(RR_MS * 1.004, 1);
  });

  it('never span a missing frame', () => {
    const all = frames(60);
    const found = intervals(all.filter((_, i) => i !== 40));
    expect(found.filter(({ afterGap }) => afterGap)).toHaveLength(1);
    for (const { rrMs } of found) expect(Math.abs(rrMs - RR_MS)).toBeLessThan(1);
    expect(intervals(all).length - found.length).toBeGreaterThanOrEqual(1);
  });

  it('start again when the sensor’s clock is reset', () => {
    const all = frames(60).map((frame, i) => (i < 50 ? frame : { ...frame, endNs: frame.endNs - 10n ** 15n }));
    const found = intervals(all);
    expect(found.filter(({ afterGap }) => afterGap)).toHaveLength(1);
    for (const { rrMs } of found) expect(Math.abs(rrMs - RR_MS)).toBeLessThan(1);
  });

  it('are counted once for a frame that arrives twice or late', () => {
    const all = frames(60);
    const [first, last] = [all[20], all[30]];
    if (first === undefined || last === undefined) throw new Error('too few frames');
    const repeated = [...all.slice(0, 31), last, first, ...all.slice(31)];
    expect(intervals(repeated)).toEqual(intervals(all));
  });

  it('stop at a cut by the caller', () => {
    const all = frames(60);
    const beats = new EcgBeats(130);
    const found = all.flatMap((frame, i) => [...(i === 40 ? beats.cut() : []), ...beats.push(frame)]);
    expect(found.filter(({ afterGap }) => afterGap)).toHaveLength(1);
  });

  it('come with the last six seconds for the trace', () => {
    const beats = new EcgBeats(130);
    const all = frames(60);
    for (const frame of all.filter((_, i) => i !== 100)) beats.push(frame);
    const { microvolts, peaks, rateHz } = beats.trace();
    expect([microvolts.length, rateHz, microvolts.filter((value) => value === null).length]).toEqual([780, 130, 1]);
    expect(peaks.length).toBeGreaterThanOrEqual(4);
    for (const i of peaks) expect(microvolts[i] ?? 0).toBeGreaterThan(900);
  });
});
