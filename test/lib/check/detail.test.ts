import { describe, expect, it } from 'vitest';
import { summarise } from '../../../lib/check/assemble';
import { buildDetail, intervalsText } from '../../../lib/check/detail';
import { BANDS, type MetricName } from '../../../lib/check/metrics';
import { bandPowers } from '../../../lib/hrv';
import type { Check } from '../../../lib/storage';
import { recording, rmssd } from '../../e2e/support/recordings';
import { asTicks } from '../../e2e/support/seed';
import { aCheck } from '../../support/checks';

let made = 0;

/** A stored check of these intervals, after some from the settling phase. */
function makeCheck(rrMs: readonly number[], changes: Partial<Check> = {}): Check {
  const ticks = [1000, 1100, 900, ...asTicks(rrMs)];
  const check = {
    ...aCheck({ id: `detail ${++made}` }),
    rrTicks: Uint16Array.from(ticks),
    counted: { first: 3, end: ticks.length },
    ...changes,
  };
  return { ...check, summary: summarise(check) };
}

const stored = (rrMs: readonly number[]) => asTicks(rrMs).map((ticks) => (ticks * 1000) / 1024);
const metric = (check: Check, name: MetricName) => buildDetail(check).metrics.find((one) => one.name === name);

describe('the details of a check', () => {
  it('contain only the counted beats, at the sums of their intervals', () => {
    const rrMs = stored(recording('synthetic-4'));
    const { beats, measured } = buildDetail(makeCheck(recording('synthetic-4')));
    expect(beats.map(({ measuredMs }) => measuredMs)).toEqual(rrMs);
    expect(measured.rrMs).toEqual(rrMs);
    const total = rrMs.reduce((sum, rr) => sum + rr, 0) / 1000;
    expect([beats[0]?.atS, beats.at(-1)?.atS]).toEqual([expect.closeTo((rrMs[0] ?? 0) / 1000, 9), expect.closeTo(total, 6)]);
  });

  it('without faults contain no corrected line, and equal figures', () => {
    const check = makeCheck(recording('synthetic-4'));
    const { corrected, beats, poincare } = buildDetail(check);
    expect(corrected).toBeNull();
    expect(beats.every(({ correctedMs, measuredMs }) => correctedMs === measuredMs)).toBe(true);
    const figure = metric(check, 'rmssd');
    expect([figure?.measured, figure?.corrected]).toEqual(new Array(2).fill(expect.closeTo(rmssd(stored(recording('synthetic-4'))), 9)));
    expect(poincare?.corrected.x).toEqual([]);
    expect(poincare?.kept.x.length).toBe(beats.length - 1);
  });

  it('mark the inserted faults and correct them', () => {
    // test/fixtures/synthetic/faults.json: missed beats 44 and 115.
    const check = makeCheck(recording('synthetic-5'));
    const { marks, corrected, beats } = buildDetail(check);
    const missed = marks.filter(({ kind }) => kind === 'missed');
    expect(missed.map(({ beat, corrected: was }) => [beat, was])).toEqual([
      [expect.closeTo(44, -1), true],
      [expect.closeTo(115, -1), true],
    ]);
    expect(corrected).not.toBeNull();
    for (const { beat } of missed) expect(beats[beat]?.correctedMs).toBeNull();
    const figure = metric(check, 'rmssd');
    expect(figure?.measured).toBeCloseTo(rmssd(stored(recording('synthetic-5'))), 9);
    expect(Math.abs((figure?.corrected ?? 0) / 52.592 - 1)).toBeLessThan(0.03);
  });

  it('break the line at a gap, and pair nothing across it', () => {
    // Two constant stretches: any pair or difference across the gap would stand out by 250 ms.
    const rrMs = [...new Array<number>(60).fill(1000), ...new Array<number>(60).fill(750)];
    const { measured, poincare, beats } = buildDetail(makeCheck(rrMs, { gaps: [{ afterBeat: 63, lengthMs: 5000, cause: 'link' }] }));
    expect(measured.rrMs.indexOf(null)).toBe(60);
    expect(measured.rrMs.filter((rr) => rr === null)).toHaveLength(1);
    expect((beats[60]?.atS ?? 0) - (beats[59]?.atS ?? 0)).toBeCloseTo(5.75, 9);
    expect(measured.atS.every((at, i) => i === 0 || at > (measured.atS[i - 1] ?? 0))).toBe(true);
    expect(poincare?.kept.x.map((x, i) => x - (poincare.kept.y[i] ?? 0)).every((difference) => difference === 0)).toBe(true);
  });

  it('contain the centre and spread of the pairs', () => {
    const { poincare } = buildDetail(makeCheck(recording('synthetic-6')));
    if (poincare === null) throw new Error('no Poincaré plot');
    const { x, y } = poincare.kept;
    const across = x.map((value, i) => ((y[i] ?? 0) - value) / Math.SQRT2);
    const mean = across.reduce((sum, value) => sum + value, 0) / across.length;
    const sd = Math.sqrt(across.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (across.length - 1));
    expect(poincare.sd1Ms).toBeCloseTo(sd, 6);
    expect(poincare.centreMs.x).toBeCloseTo(x.reduce((sum, value) => sum + value, 0) / x.length, 9);
  });

  it('draw the bands that the engine sums', () => {
    const { spectrum, analysis } = buildDetail(makeCheck(recording('synthetic-4')));
    if (spectrum === null) throw new Error('no spectrum');
    const sum = ([low, high]: readonly [number, number]) => {
      const bins = [...spectrum.powerMs2PerHz]
        .map((power, k) => ({ power, hz: k * spectrum.stepHz }))
        .filter(({ hz }) => hz >= low && hz < high);
      return bins.slice(1).reduce((total, { power }, i) => total + ((power + (bins[i]?.power ?? 0)) / 2) * spectrum.stepHz, 0);
    };
    expect(bandPowers(spectrum, 300)).toMatchObject({
      vlfMs2: expect.closeTo(sum(BANDS.vlf), 6),
      lfMs2: expect.closeTo(sum(BANDS.lf), 6),
      hfMs2: expect.closeTo(sum(BANDS.hf), 6),
    });
    expect(analysis.spectrum.method).toBe(spectrum.method);
  });

  it('are computed once', () => {
    const check = makeCheck(recording('synthetic-4'));
    expect(buildDetail({ ...check, note: 'slept well' })).toBe(buildDetail(check));
  });
});

describe('a short recording', () => {
  const calm = recording('synthetic-4');

  /** Minimum lengths: RMSSD 30 beats; HF 60 s, LF 120 s, VLF 240 s; DFA and sample entropy 120 beats. */
  it.each([
    ['rmssd', { why: 'beats', needed: 30 }, 29, 40],
    ['sd2', { why: 'beats', needed: 30 }, 29, 40],
    ['dfaAlpha1', { why: 'beats', needed: 120 }, 119, 120],
    ['sampleEntropy', { why: 'beats', needed: 120 }, 119, 120],
    ['hf', { why: 'seconds', needed: 60 }, countBeats(calm, 57), countBeats(calm, 61)],
    ['lf', { why: 'seconds', needed: 120 }, countBeats(calm, 117), countBeats(calm, 121)],
    ['vlf', { why: 'seconds', needed: 240 }, countBeats(calm, 237), countBeats(calm, 241)],
  ] as const)('lacks %s below its minimum length, and says what is needed', (name, missing, below, above) => {
    expect(metric(makeCheck(calm.slice(0, below)), name)).toMatchObject({ corrected: null, missing });
    expect(metric(makeCheck(calm.slice(0, above)), name)).toMatchObject({ corrected: expect.any(Number), missing: null });
  });

  it('without any beat does not fail', () => {
    const detail = buildDetail(makeCheck([]));
    expect(detail).toMatchObject({ beats: [], marks: [], corrected: null, poincare: null, spectrum: null, sliding: [] });
    expect(detail.metrics.every(({ corrected, missing }) => corrected === null && missing !== null)).toBe(true);
  });
});

describe('the intervals as text', () => {
  it('contain the counted ones, one per line, with all digits', () => {
    expect(intervalsText(makeCheck([1000, 1001, 500]))).toBe('1000\n1000.9765625\n500\n');
  });
});

/** The number of beats in this many seconds. */
function countBeats(rrMs: readonly number[], seconds: number): number {
  let ms = 0;
  return (
    rrMs.findIndex((rr) => {
      ms += rr;
      return ms >= seconds * 1000;
    }) + 1
  );
}
