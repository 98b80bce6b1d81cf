import { useMemo } from 'preact/hooks';
import type { CheckDetail } from '../../../lib/check/detail';
import { number, t } from '../../../lib/i18n';
import { ChartCard, type PictureOf } from '../../charts/ChartCard';
import { spectrumChart } from './spectrum-chart';
import { missingWord } from './words';

const METHODS = { 'welch-4hz-cubic-priors500': 'spectrumWelch', 'lomb-scargle': 'spectrumLombScargle' } as const;
const HIGHEST_HZ = 0.45;

/** The spectrum, its bands and the method. */
export function SpectrumCard({ detail, picture }: { detail: CheckDetail; picture: PictureOf }) {
  const { spectrum: curve, analysis, metrics } = detail;
  const powers = analysis.spectrum;
  // A recording too short for its highest band shows nothing meaningful.
  const chart = useMemo(() => (curve === null || powers.hfMs2 === null ? null : spectrumChart(curve, powers)), [curve, powers]);
  const missing = metrics.find(({ name }) => name === 'hf')?.missing;
  const grey = powers.vlfMs2 === null || powers.lfMs2 === null;
  const power = (value: number | null) => (value === null ? '–' : number(value));
  const notes = [...(curve === null ? [] : [t(METHODS[curve.method])]), ...(grey ? [t('spectrumShort')] : [])];
  return (
    <ChartCard
      name="spectrum"
      title={t('chartSpectrum')}
      unit={t('unitMs2Hz')}
      chart={chart}
      {...(missing ? { missing: missingWord(missing) } : {})}
      label={t('chartSpectrumLabel', power(powers.lfMs2), power(powers.hfMs2))}
      notes={[notes.join(' ')]}
      heads={[t('colFrequency'), t('colDensity')]}
      rows={() =>
        [...(curve?.powerMs2PerHz ?? [])]
          .map((density, k) => ({ density, hz: k * (curve?.stepHz ?? 0) }))
          .filter(({ hz }) => hz <= HIGHEST_HZ)
          .map(({ density, hz }) => [`${number(hz, 4)} ${t('unitHz')}`, `${number(density, 1)} ${t('unitMs2Hz')}`])
      }
      picture={picture}
    />
  );
}
