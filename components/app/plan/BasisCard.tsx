import { plural, t } from '../../../lib/i18n';
import type { Today } from '../../../lib/today/read-today';
import { goalText, phaseText } from '../../plan/setting-words';

/** What the plan is based on, with links to change it. */
export function BasisCard({ now }: { readonly now: Today }) {
  const { goal, phase, timeBudgetMin, wake, bed, equipment } = now.situation;
  const unsaid = t('planBasisNotSaid');
  const nights = [...(bed === null ? [] : [t('planBasisBed', bed)]), ...(wake === null ? [] : [t('planBasisUp', wake)])];
  const rows = [
    [t('planBasisGoal'), goal === null ? unsaid : goalText(goal)],
    [t('planBasisPhase'), phase === null ? unsaid : phaseText(phase)],
    [t('planBasisTime'), plural('planDoseMinutes', timeBudgetMin)],
    [t('planBasisNights'), nights.length === 0 ? unsaid : nights.join(t('listComma'))],
    [t('planBasisThings'), equipment.length === 0 ? unsaid : plural('planBasisThings', equipment.length)],
  ] as const;
  return (
    <section class="card stack tight" data-basis>
      <div class="between">
        <h2>{t('planBasis')}</h2>
        <a class="button quiet small" href="#settings/plan">
          {t('planBasisChange')}
        </a>
      </div>
      <dl class="basis">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
