import type { Orthostatic } from '../../lib/hrv';
import { number, t } from '../../lib/i18n';

/** Lying compared with standing, in figures, without a judgement: the usual values differ from person to person. */
export function OrthostaticCard({ figures }: { figures: Orthostatic }) {
  const bpm = (value: number | null) => (value === null ? '–' : t('bpmValue', number(value)));
  const ms = (value: number | null) => (value === null ? '–' : `${number(value, 1)} ${t('ms')}`);
  return (
    <section class="card stack" data-orthostatic>
      <h2>{t('orthoTitle')}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('orthoLying')}</th>
            <th scope="col">{t('orthoStanding')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('heartRate')}</th>
            <td>{bpm(figures.lying.hrBpm)}</td>
            <td>{bpm(figures.standing.hrBpm)}</td>
          </tr>
          <tr>
            <th scope="row">{t('rmssd')}</th>
            <td>{ms(figures.lying.rmssdMs)}</td>
            <td>{ms(figures.standing.rmssdMs)}</td>
          </tr>
        </tbody>
      </table>
      <dl class="figures">
        <div>
          <dt>{t('orthoPeak')}</dt>
          <dd>{bpm(figures.peakHrBpm)}</dd>
        </div>
        <div>
          <dt>{t('orthoRatio')}</dt>
          <dd>{figures.ratio30to15 === null ? '–' : number(figures.ratio30to15, 2)}</dd>
        </div>
        <div>
          <dt>{t('orthoRecovery')}</dt>
          <dd>{bpm(figures.hrRecoveryBpm)}</dd>
        </div>
      </dl>
      <small>{t('orthoNote')}</small>
    </section>
  );
}
