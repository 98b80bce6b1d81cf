import { sum } from '../core/statistics';
import {
  type ArtefactKind,
  analyse,
  beatTimesS,
  type Correction,
  correct,
  ENGINE_VERSION,
  type HrvAnalysis,
  poincarePoints,
  type RrSeries,
  type SlidingValue,
  type SpectrumCurve,
  sanitise,
  slidingValues,
  spectrumCurve,
} from '../hrv';
import { toRrMs } from '../recording';
import type { Check } from '../storage';
import { toQualityContext, toSeries } from './assemble';
import { computeMetrics, type Metric } from './metrics';

/** A stored check, analysed again: everything that the view of one check shows, ready to draw. */

/** Intervals (ms) over beat time (s); null where there is a gap. */
export interface IntervalTrace {
  readonly atS: readonly number[];
  readonly rrMs: readonly (number | null)[];
}

/** A beat to mark: one that the classes flag, or that was corrected, or both. */
export interface BeatMark {
  readonly beat: number;
  readonly atS: number;
  readonly rrMs: number;
  /** Its class in one pass; `other` where only the repeated correction found it. */
  readonly kind: ArtefactKind | 'other';
  /** False: the correction left it unchanged. */
  readonly corrected: boolean;
}

/** One counted beat, for the table. */
export interface MarkedBeat {
  readonly atS: number;
  readonly measuredMs: number;
  /** Null where it was replaced or removed. */
  readonly correctedMs: number | null;
  readonly mark: BeatMark | null;
}

export interface Pairs {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Poincare {
  /** Pairs of uncorrected beats, and pairs with a corrected one. */
  readonly kept: Pairs;
  readonly corrected: Pairs;
  readonly centreMs: { readonly x: number; readonly y: number };
  readonly sd1Ms: number;
  readonly sd2Ms: number;
}

export interface CheckDetail {
  readonly analysis: HrvAnalysis;
  /** The engine version of the stored figures, if it is not the current one. */
  readonly storedBy: string | null;
  readonly beats: readonly MarkedBeat[];
  readonly marks: readonly BeatMark[];
  readonly measured: IntervalTrace;
  /** Null when nothing was corrected: it equals the measured one. */
  readonly corrected: IntervalTrace | null;
  readonly poincare: Poincare | null;
  readonly spectrum: SpectrumCurve | null;
  readonly sliding: readonly SlidingValue[];
  readonly metrics: readonly Metric[];
}

const KEPT = 4;
const known = new Map<string, CheckDetail>();

/** Builds all of it for one check. The last few are cached, because a check's beats never change. */
export function buildDetail(check: Check): CheckDetail {
  const detail = known.get(check.id) ?? compute(check);
  known.delete(check.id);
  known.set(check.id, detail);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return detail;
}

function compute(check: Check): CheckDetail {
  const series = toSeries(check, check.counted.first, check.counted.end);
  const context = toQualityContext(check);
  const analysis = analyse(series, context);
  const measured = sanitise(series.rrMs, series.gapsAfter, series.gapMs);
  const correction = correct(series);
  const beats = toMarkedBeats(measured, correction, analysis);
  const touched = beats.some(({ correctedMs, measuredMs }) => correctedMs !== measuredMs);
  return {
    analysis,
    storedBy: check.summary.engine === ENGINE_VERSION ? null : check.summary.engine,
    beats,
    marks: beats.flatMap(({ mark }) => (mark === null ? [] : [mark])),
    measured: toTrace(measured),
    corrected: touched ? toTrace(correction, correction.leadMs) : null,
    poincare: computePoincare(measured, correction, beats, analysis),
    spectrum: spectrumCurve(correction),
    sliding: slidingValues(series),
    metrics: computeMetrics(analysis, analyse(series, context, { series: 'raw' })),
  };
}

function toMarkedBeats(measured: RrSeries, { rrMs, source, trusted }: Correction, { artefacts }: HrvAnalysis): MarkedBeat[] {
  const times = beatTimesS(measured);
  const kinds = new Map(artefacts.indices.map(({ index, kind }) => [index, kind]));
  const stands = new Map<number, number>();
  source.forEach((beat, i) => {
    if (beat >= 0 && trusted[i] === 1) stands.set(beat, rrMs[i] ?? 0);
  });
  return Array.from(measured.rrMs, (measuredMs, beat) => {
    const correctedMs = stands.get(beat) ?? null;
    const corrected = correctedMs !== measuredMs;
    const kind = kinds.get(beat) ?? (corrected ? 'other' : null);
    const atS = times[beat] ?? 0;
    return { atS, measuredMs, correctedMs, mark: kind === null ? null : { beat, atS, rrMs: measuredMs, kind, corrected } };
  });
}

function toTrace(series: RrSeries, leadMs = 0): IntervalTrace {
  const times = beatTimesS(series, leadMs);
  const broken = new Set(series.gapsAfter);
  const atS: number[] = [];
  const rrMs: (number | null)[] = [];
  for (let i = 0; i < times.length; i++) {
    const at = times[i] ?? 0;
    atS.push(at);
    rrMs.push(series.rrMs[i] ?? null);
    if (!broken.has(i) || i + 1 >= times.length) continue;
    atS.push((at + (times[i + 1] ?? at)) / 2);
    rrMs.push(null);
  }
  return { atS, rrMs };
}

function computePoincare(
  measured: RrSeries,
  correction: Correction,
  beats: readonly MarkedBeat[],
  { corrected }: HrvAnalysis,
): Poincare | null {
  const { sd1Ms, sd2Ms } = corrected;
  if (sd1Ms === null || sd2Ms === null) return null;
  const kept = poincarePoints(correction, correction.trusted);
  const broken = new Set(measured.gapsAfter);
  const x: number[] = [];
  const y: number[] = [];
  beats.forEach((beat, i) => {
    const next = beats[i + 1];
    if (next === undefined || broken.has(i)) return;
    if (beat.correctedMs === beat.measuredMs && next.correctedMs === next.measuredMs) return;
    x.push(beat.measuredMs);
    y.push(next.measuredMs);
  });
  return {
    kept: { x: [...kept.x], y: [...kept.y] },
    corrected: { x, y },
    centreMs: { x: centre(kept.x), y: centre(kept.y) },
    sd1Ms,
    sd2Ms,
  };
}

const centre = (values: Float64Array) => sum(values) / values.length;

/** The counted intervals as text, one per line in ms, with all digits: 1/1024 s are not whole milliseconds. */
export function intervalsText(check: Check): string {
  return [...toRrMs(check.rrTicks, check.counted.first, check.counted.end)].map((rr) => `${rr}\n`).join('');
}
