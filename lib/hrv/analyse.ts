import { sum } from '../core/statistics';
import { MINUTE_MS } from '../core/time';
import { countArtefacts } from './artefacts';
import { bandPowers } from './bands';
import { correctSanitised } from './correct';
import { dfaAlpha1 } from './dfa';
import { finite } from './numbers';
import { classifyOnePass } from './one-pass';
import { onePassSeries } from './one-pass-correction';
import { rateQuality } from './quality';
import type { Correction } from './repair';
import { respirationPerMin } from './respiration';
import { sampleEntropy } from './sample-entropy';
import { type SanitisedRr, sanitise } from './sanitise';
import { spectrumCurve } from './spectrum';
import { timeDomain } from './time-domain';
import { removeTrend } from './trend';
import type { AnalyseOptions, HrvAnalysis, RecordingContext, RrSeries, SeriesChoice } from './types';

/** Increased whenever a figure may change, so that stored results can be recognised as old and computed again. */
export const ENGINE_VERSION = '1';

/**
 * Full analysis of one recording, from sanitising to quality. Never throws; a figure that cannot be computed is null. About O(n log n).
 *
 * @param series intervals as measured, ms or s, of any kind; sanitised here
 * @param context what else is known of the recording
 * @param options the series for the spectrum and the figures related to it, and what to leave out
 */
export function analyse(series: RrSeries, context: RecordingContext = {}, options: AnalyseOptions = {}): HrvAnalysis {
  const clean = sanitise(series.rrMs, series.gapsAfter, series.gapMs);
  const onePass = classifyOnePass(clean);
  const artefacts = countArtefacts(clean, onePass.classes);
  const correction = correctSanitised(clean, onePass);
  const raw = timeDomain(clean);
  const corrected = timeDomain(correction, correction.trusted);
  const trend = removeTrend(correction);
  const durationS = totalMs(clean.rrMs) / 1000;
  const coveragePct = coverage(clean, durationS, context);

  const choice = options.series ?? 'product';
  const chosen = chooseSeries(choice, clean, correction);
  const curve = options.spectrum === false ? null : spectrumCurve(chosen);
  return {
    engine: ENGINE_VERSION,
    beats: clean.rrMs.length,
    durationS,
    coveragePct,
    meanHrBpm: raw.meanRrMs === null ? null : finite(MINUTE_MS / raw.meanRrMs),
    dropped: clean.dropped,
    raw,
    corrected: { ...corrected, beats: correction.rrMs.length },
    correctedPct: correction.touchedPct,
    artefacts,
    spectrum: { series: choice, ...bandPowers(curve, totalMs(chosen.rrMs) / 1000) },
    dfaAlpha1: dfaAlpha1(chosen),
    sampleEntropy: options.sampleEntropy === false ? null : sampleEntropy(chosen),
    respirationPerMin: respirationPerMin(curve, durationS, corrected.meanRrMs),
    trend,
    quality: rateQuality({
      rrMs: clean.rrMs,
      durationS,
      coveragePct,
      correctedPct: correction.touchedPct,
      jumpsOver20Pct: artefacts.jumpsOver20Pct,
      steady: trend.steady,
      spreadBpm: trend.hrSpreadBpm,
      context,
    }),
  };
}

function chooseSeries(choice: SeriesChoice, clean: SanitisedRr, correction: Correction): RrSeries {
  if (choice === 'raw') return clean;
  return choice === 'one-pass' ? onePassSeries(clean) : correction;
}

/** Σ RR ÷ elapsed time, in %. Without an elapsed time by the clock, it is estimated from the gaps of known length. */
function coverage({ gapMs }: SanitisedRr, durationS: number, { elapsedS }: RecordingContext): number | null {
  const lostS = totalMs(gapMs) / 1000;
  const elapsed = elapsedS ?? (lostS > 0 ? durationS + lostS : null);
  return elapsed !== null && elapsed > 0 ? finite((100 * durationS) / elapsed) : null;
}

/** Sum, limited because absurd intervals may add up to more than a number can hold. */
const totalMs = (values: ArrayLike<number>) => Math.min(sum(values), Number.MAX_VALUE);
