import { countArtefacts } from './artefacts';
import { finite } from './numbers';
import { classifyOnePass } from './one-pass';
import { correctOnePass } from './one-pass-correction';
import { rateQuality } from './quality';
import { sanitise } from './sanitise';
import { timeDomain } from './time-domain';
import type { AnalyseOptions, HrvAnalysis, RecordingContext, RrSeries } from './types';

/** Changes whenever a figure may change, so that stored results can be told apart and computed anew. */
export const ENGINE_VERSION = '1';

/**
 * Full analysis of one recording, from sanitising to quality. Never throws; what cannot be said is null.
 *
 * @param series intervals as measured, ms or s, of any kind; it is sanitised here
 * @param context what else was known of the recording
 * @param options which series the spectrum and its kin are computed from, and what to leave out
 */
export function analyse(series: RrSeries, context: RecordingContext = {}, options: AnalyseOptions = {}): HrvAnalysis {
  const clean = sanitise(series.rrMs, series.gapsAfter);
  const raw = timeDomain(clean);
  const { classes } = classifyOnePass(clean);
  const artefacts = countArtefacts(clean, classes);

  const correctedRr = correctOnePass(clean);
  const corrected = timeDomain({ rrMs: correctedRr });

  let totalMs = 0;
  for (const rr of clean.rrMs) totalMs += rr;
  const durationS = totalMs / 1000;
  const elapsedS = context.elapsedS ?? null;
  const coveragePct = elapsedS !== null && elapsedS > 0 ? finite((100 * durationS) / elapsedS) : null;

  return {
    engine: ENGINE_VERSION,
    beats: clean.rrMs.length,
    durationS,
    coveragePct,
    meanHrBpm: raw.meanRrMs === null ? null : 60000 / raw.meanRrMs,
    dropped: clean.dropped,
    raw,
    corrected: { ...corrected, beats: correctedRr.length },
    artefacts,
    spectrum: { series: options.series ?? 'product', method: null, vlfMs2: null, lfMs2: null, hfMs2: null, lfHf: null, hfPeakHz: null },
    dfaAlpha1: null,
    sampleEntropy: null,
    respirationPerMin: null,
    trend: { hrSlopeBpmPerMin: null, hrDriftBpm: null, lnRmssdDrift: null, steady: null },
    quality: rateQuality({
      rrMs: clean.rrMs,
      durationS,
      coveragePct,
      correctedPct: artefacts.pct,
      jumpsOver20Pct: artefacts.jumpsOver20Pct,
      steady: null,
      drift: null,
      context,
    }),
  };
}
