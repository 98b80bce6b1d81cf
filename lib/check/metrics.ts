import { MINUTE_MS } from '../core/time';
import type { HrvAnalysis } from '../hrv';

/** Every figure of a check, as measured and corrected side by side, and why one is missing. */

export type MetricName =
  | 'meanHr'
  | 'meanRr'
  | 'rmssd'
  | 'lnRmssd'
  | 'sdnn'
  | 'sdsd'
  | 'pnn50'
  | 'pnn20'
  | 'sd1'
  | 'sd2'
  | 'vlf'
  | 'lf'
  | 'hf'
  | 'hfPeak'
  | 'respiration'
  | 'lfHf'
  | 'dfaAlpha1'
  | 'sampleEntropy';

/** Bands of the spectrum in Hz (Task Force 1996, Circulation 93:1043), for drawing; the engine computes their powers. */
export const BANDS = { vlf: [0.0033, 0.04], lf: [0.04, 0.15], hf: [0.15, 0.4] } as const;
export type BandName = keyof typeof BANDS;

export type MetricUnit = 'bpm' | 'ms' | 'percent' | 'ms2' | 'hz' | 'perMin' | 'none';

/** Why there is no figure: too few beats, too short, or the beats do not show it. */
export type Missing = { readonly why: 'beats' | 'seconds'; readonly needed: number } | { readonly why: 'unclear' };

export interface Metric {
  readonly name: MetricName;
  /** `expert`: shown without an interpretation, because there is no valid one. */
  readonly group: 'time' | 'poincare' | 'spectrum' | 'expert';
  readonly unit: MetricUnit;
  readonly decimals: number;
  readonly measured: number | null;
  readonly corrected: number | null;
  /** Why `corrected` is null. */
  readonly missing: Missing | null;
}

interface Row {
  readonly group: Metric['group'];
  readonly unit: MetricUnit;
  readonly decimals: number;
  /** What the engine needs at least for this figure. */
  readonly needs: { readonly beats?: number; readonly seconds?: number };
  /** As measured, and corrected. */
  readonly of: (corrected: HrvAnalysis, raw: HrvAnalysis) => readonly [number | null, number | null];
}

const BEATS = { needs: { beats: 30 } } as const;
const MANY_BEATS = { needs: { beats: 120 } } as const;

/** A figure of the time domain, which one analysis gives for both series. */
function timeDomain(key: keyof HrvAnalysis['raw']): Row['of'] {
  return ({ raw, corrected }) => [raw[key], corrected[key]];
}

/** A figure that an analysis gives for one series alone. */
function ofSeries(read: (analysis: HrvAnalysis) => number | null): Row['of'] {
  return (corrected, raw) => [read(raw), read(corrected)];
}

const rate = (meanRrMs: number | null) => (meanRrMs === null ? null : MINUTE_MS / meanRrMs);

const ROWS: Readonly<Record<MetricName, Row>> = {
  meanHr: {
    group: 'time',
    unit: 'bpm',
    decimals: 1,
    needs: { beats: 1 },
    of: ({ raw, corrected }) => [rate(raw.meanRrMs), rate(corrected.meanRrMs)],
  },
  meanRr: { group: 'time', unit: 'ms', decimals: 0, needs: { beats: 1 }, of: timeDomain('meanRrMs') },
  rmssd: { group: 'time', unit: 'ms', decimals: 1, ...BEATS, of: timeDomain('rmssdMs') },
  lnRmssd: { group: 'time', unit: 'none', decimals: 2, ...BEATS, of: timeDomain('lnRmssd') },
  sdnn: { group: 'time', unit: 'ms', decimals: 1, needs: { beats: 2 }, of: timeDomain('sdnnMs') },
  sdsd: { group: 'time', unit: 'ms', decimals: 1, ...BEATS, of: timeDomain('sdsdMs') },
  pnn50: { group: 'time', unit: 'percent', decimals: 1, ...BEATS, of: timeDomain('pnn50Pct') },
  pnn20: { group: 'time', unit: 'percent', decimals: 1, ...BEATS, of: timeDomain('pnn20Pct') },
  sd1: { group: 'poincare', unit: 'ms', decimals: 1, ...BEATS, of: timeDomain('sd1Ms') },
  sd2: { group: 'poincare', unit: 'ms', decimals: 1, ...BEATS, of: timeDomain('sd2Ms') },
  vlf: { group: 'spectrum', unit: 'ms2', decimals: 0, needs: { seconds: 240 }, of: ofSeries(({ spectrum }) => spectrum.vlfMs2) },
  lf: { group: 'spectrum', unit: 'ms2', decimals: 0, needs: { seconds: 120 }, of: ofSeries(({ spectrum }) => spectrum.lfMs2) },
  hf: { group: 'spectrum', unit: 'ms2', decimals: 0, needs: { seconds: 60 }, of: ofSeries(({ spectrum }) => spectrum.hfMs2) },
  hfPeak: { group: 'spectrum', unit: 'hz', decimals: 3, needs: { seconds: 60 }, of: ofSeries(({ spectrum }) => spectrum.hfPeakHz) },
  respiration: {
    group: 'spectrum',
    unit: 'perMin',
    decimals: 1,
    needs: { seconds: 60 },
    of: ofSeries(({ respirationPerMin }) => respirationPerMin),
  },
  lfHf: { group: 'expert', unit: 'none', decimals: 2, needs: { seconds: 120 }, of: ofSeries(({ spectrum }) => spectrum.lfHf) },
  dfaAlpha1: { group: 'expert', unit: 'none', decimals: 2, ...MANY_BEATS, of: ofSeries(({ dfaAlpha1 }) => dfaAlpha1) },
  sampleEntropy: { group: 'expert', unit: 'none', decimals: 2, ...MANY_BEATS, of: ofSeries(({ sampleEntropy }) => sampleEntropy) },
};

/**
 * @param corrected the product's own analysis
 * @param raw the same, with the spectrum and the figures related to it computed from the series as measured
 */
export function computeMetrics(corrected: HrvAnalysis, raw: HrvAnalysis): Metric[] {
  return (Object.keys(ROWS) as MetricName[]).map((name) => {
    const { group, unit, decimals, needs, of } = ROWS[name];
    const [measuredFigure, correctedFigure] = of(corrected, raw);
    return {
      name,
      group,
      unit,
      decimals,
      measured: measuredFigure,
      corrected: correctedFigure,
      missing: correctedFigure === null ? missing(needs, corrected) : null,
    };
  });
}

function missing(needs: Row['needs'], { corrected }: HrvAnalysis): Missing {
  const seconds = (corrected.beats * (corrected.meanRrMs ?? 0)) / 1000;
  if (needs.beats !== undefined && corrected.beats < needs.beats) return { why: 'beats', needed: needs.beats };
  if (needs.seconds !== undefined && seconds < needs.seconds) return { why: 'seconds', needed: needs.seconds };
  return { why: 'unclear' };
}
