import { dayOf } from '../../../lib/day';
import { plural, t } from '../../../lib/i18n';
import type { PlanNow } from '../../../lib/plan/load-plan';
import { momentText } from '../../../lib/plan/time-words';
import { exclusionText, modalityText } from '../../../lib/plan-words';
import { EQUIPMENT, type PlanExclusion } from '../../../lib/recovery';
import { ruleWords } from '../../../lib/screening-words';
import { equipmentText } from '../../plan/setting-words';

/** Rules that say no more than that there was no call for it: at the end. */
const PLAIN: ReadonlySet<PlanExclusion['rule']> = new Set(['no-occasion', 'equipment', 'optional-supplement']);

/** What is not in the plan, each with the rule that spoke, and until when. */
export function LeftOutCard({ now }: { readonly now: PlanNow }) {
  const { plan, day } = now;
  // What the user left out themselves stands in the timeline.
  const told = plan.excluded.filter(({ rule }) => rule !== 'skipped' && rule !== 'done');
  const excluded = told.toSorted((a, b) => Number(PLAIN.has(a.rule)) - Number(PLAIN.has(b.rule)));
  return (
    <section class="card stack tight" data-left-out>
      <div class="between">
        <h2>{t('planLeftOut')}</h2>
        <small>{plural('planLeftOutCount', new Set(excluded.map(({ modality }) => modality)).size)}</small>
      </div>
      <ul class="left-out">
        {excluded.map((one) => (
          <li key={`${one.modality} ${one.rule}`} data-excluded={one.modality} data-rule={one.rule}>
            <strong>{modalityText(one.modality)}</strong>
            <br />
            <small>
              {exclusionText(one, ruleWords)} {one.rule === 'equipment' && missing(one)}
              {one.untilMs !== null && t('planUntil', momentText(one.untilMs, day, dayOf(one.untilMs, plan.timeZone)))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function missing({ values }: PlanExclusion): string {
  const needs = String(values.missing ?? '').split(',');
  const known = EQUIPMENT.filter((one) => needs.includes(one)).map(equipmentText);
  return known.length === 0 ? '' : t('planMissing', known.join(t('listComma')));
}
