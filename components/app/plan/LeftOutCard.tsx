import { CATALOGUE, findMissingEquipment } from '../../../lib/catalogue';
import { toDay } from '../../../lib/core/day';
import { plural, t } from '../../../lib/i18n';
import { modalityText } from '../../../lib/i18n/words/modality-words';
import { exclusionText } from '../../../lib/i18n/words/plan-words';
import { ruleWords } from '../../../lib/i18n/words/screening-words';
import { momentText } from '../../../lib/i18n/words/time-words';
import type { PlanExclusion } from '../../../lib/planner';
import type { Today } from '../../../lib/today/read-today';
import { missingText } from '../../plan/setting-words';

/** Rules that only say that there was no reason or no equipment for it. */
const PLAIN: ReadonlySet<PlanExclusion['rule']> = new Set(['equipment', 'no-occasion', 'optional-supplement']);
/** The timeline shows these itself. */
const IN_SIGHT: ReadonlySet<PlanExclusion['rule']> = new Set(['skipped', 'done']);

/** What is not in the plan: each rule that applied, what it excluded, and until when. */
export function LeftOutCard({ now }: { readonly now: Today }) {
  const excluded = now.plan.excluded.filter(({ rule }) => !IN_SIGHT.has(rule));
  const [told, plain] = [excluded.filter(({ rule }) => !PLAIN.has(rule)), excluded.filter(({ rule }) => PLAIN.has(rule))];
  return (
    <section class="card stack tight" data-left-out>
      <div class="between">
        <h2>{t('planLeftOut')}</h2>
        <small>{plural('planLeftOutCount', new Set(excluded.map(({ modality }) => modality)).size)}</small>
      </div>
      <Rules excluded={told} now={now} />
      {plain.length > 0 && (
        <details open={told.length === 0}>
          <summary>{t('planLeftOutPlain')}</summary>
          <Rules excluded={plain} now={now} />
        </details>
      )}
    </section>
  );
}

function Rules({ excluded, now }: { readonly excluded: readonly PlanExclusion[]; readonly now: Today }) {
  // A tick may turn one thing off, and leave another to a doctor.
  const texts = [...new Set(excluded.map((one) => exclusionText(one, ruleWords)))];
  return (
    <ul class="left-out">
      {texts.map((text) => (
        <li key={text}>
          <p>{text}</p>
          <ul>
            {excluded
              .filter((one) => exclusionText(one, ruleWords) === text)
              .map((one) => (
                <li key={one.modality} data-excluded={one.modality} data-rule={one.rule}>
                  {modalityText(one.modality)} <small>{more(one, now)}</small>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Until when it is excluded, or what equipment is missing. */
function more({ modality, untilMs, rule }: PlanExclusion, { plan, day, situation }: Today): string {
  if (untilMs !== null) return t('planUntil', momentText(untilMs, day, toDay(untilMs, plan.timeZone)));
  if (rule !== 'equipment') return '';
  const missing = findMissingEquipment(CATALOGUE[modality].equipment, situation.equipment);
  return missing === null ? '' : t('planMissing', missingText(missing));
}
