import { describe, expect, it } from 'vitest';
import { analyse, correctOnePass, sanitise, timeDomain } from '../../../lib/hrv';
import { haveReal, type Recording, real, recording, synthetic } from './recordings';

/** Relative difference; the figures compared are never zero. */
const off = (value: number | null, expected: number) => Math.abs((value ?? Number.NaN) / expected - 1);

function timeDomainEqualsReference({ rrMs, reference }: Recording) {
  const { raw } = analyse({ rrMs });
  const expected = reference.raw;
  expect(off(raw.meanRrMs, expected.MeanNN)).toBeLessThan(1e-9);
  expect(off(raw.sdnnMs, expected.SDNN)).toBeLessThan(1e-9);
  expect(off(raw.rmssdMs, expected.RMSSD)).toBeLessThan(1e-9);
  expect(off(raw.lnRmssd, expected.lnRMSSD)).toBeLessThan(1e-9);
  expect(off(raw.sdsdMs, expected.SDSD)).toBeLessThan(1e-9);
  expect(off(raw.sd1Ms, expected.SD1)).toBeLessThan(1e-9);
  expect(off(raw.sd2Ms, expected.SD2)).toBeLessThan(1e-9);
  expect(raw.pnn50Pct).toBeCloseTo(expected.pNN50_over_ndiff, 9);
  // The reference has pNN20 over N only.
  expect(raw.pnn20Pct).toBeCloseTo((expected.pNN20 * expected.n) / (expected.n - 1), 9);
}

function classesEqualReference({ name, rrMs, reference }: Recording) {
  const { artefacts, beats } = analyse({ rrMs });
  const expected = reference.artifacts_single_pass;
  const { ectopic, missed, extra, longShort } = artefacts;
  // The bar allows 1 % of beats for ectopic and long/short; rounding as the reference does makes them equal.
  expect({ ectopic, missed, extra, longshort: longShort }, name).toEqual(expected);
  expect(artefacts.pct).toBeCloseTo((100 * (ectopic + missed + extra + longShort)) / beats, 12);

  const peaks = reference.artifact_peak_idx_single_pass;
  if (!peaks) return;
  const kinds = (wanted: readonly string[]) => artefacts.indices.filter(({ kind }) => wanted.includes(kind)).map(({ index }) => index + 1);
  expect(kinds(['ectopic'])).toEqual(peaks.ectopic);
  expect(kinds(['missed'])).toEqual(peaks.missed);
  expect(kinds(['extra'])).toEqual(peaks.extra);
  expect(kinds(['long', 'short'])).toEqual(peaks.longshort);
}

function onePassCorrectionEqualsReference({ rrMs, reference }: Recording) {
  const corrected = correctOnePass(sanitise(rrMs));
  expect(corrected.length).toBe(reference.corrected_single_pass.n);
  const figures = timeDomain({ rrMs: corrected });
  expect(off(figures.rmssdMs, reference.corrected_single_pass.RMSSD)).toBeLessThan(1e-9);
  expect(off(figures.sdnnMs, reference.corrected_single_pass.SDNN)).toBeLessThan(1e-9);
}

/** Spectrum, DFA and sample entropy of the series as measured, and of the one-pass corrected one. */
function spectrumAndKinEqualReference({ rrMs, reference }: Recording) {
  for (const series of ['raw', 'one-pass'] as const) {
    const expected = series === 'raw' ? reference.raw : reference.corrected_single_pass;
    const { spectrum, dfaAlpha1, sampleEntropy } = analyse({ rrMs }, {}, { series });
    const bands = expected.welch_4Hz_cubic_priors500;
    // The bar is 0.1 %. Same means, so the same figures but for rounding; VLF is what the detrending leaves of large numbers.
    expect(off(spectrum.vlfMs2, bands.VLF)).toBeLessThan(1e-7);
    expect(off(spectrum.lfMs2, bands.LF)).toBeLessThan(1e-9);
    expect(off(spectrum.hfMs2, bands.HF)).toBeLessThan(1e-9);
    expect(off(spectrum.lfHf, bands.LFHF)).toBeLessThan(1e-9);
    expect(spectrum.hfPeakHz).toBe(bands.HFpeakHz);
    expect(spectrum).toMatchObject({ series, method: 'welch-4hz-cubic-priors500' });
    expect(Math.abs((dfaAlpha1 ?? Number.NaN) - expected.DFA_a1_4_16_overlap_nk)).toBeLessThan(1e-9);
    expect(Math.abs((sampleEntropy ?? Number.NaN) - expected['SampEn_m2_r0.2sd'])).toBeLessThan(1e-9);
  }
}

describe.each(synthetic)('$name against NeuroKit2', (one) => {
  it('time domain', () => timeDomainEqualsReference(one));
  it('beat classes', () => classesEqualReference(one));
  it('one-pass correction', () => onePassCorrectionEqualsReference(one));
  it('spectrum, DFA, sample entropy', () => spectrumAndKinEqualReference(one));
});

describe.skipIf(!haveReal).each(real)('$name against NeuroKit2', (one) => {
  it('time domain', () => timeDomainEqualsReference(one));
  it('beat classes', () => classesEqualReference(one));
  it('one-pass correction', () => onePassCorrectionEqualsReference(one));
  it('spectrum, DFA, sample entropy', () => spectrumAndKinEqualReference(one));
  it('share of jumps', () => {
    expect(analyse({ rrMs: one.rrMs }).artefacts.jumpsOver20Pct).toBeCloseTo(one.reference.pct_absdelta_gt20pct ?? Number.NaN, 9);
  });
});

describe.skipIf(!haveReal)('a literal zero', () => {
  it('is dropped and counted', () => {
    expect(analyse({ rrMs: recording('rri_with_zero_15min').rrMs })).toMatchObject({ beats: 771, dropped: 1 });
  });
});
