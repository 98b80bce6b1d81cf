import { fluidsAfter, sweatLossMl, weighingSays } from '../../lib/catalogue';
import { t } from '../../lib/i18n';
import { fluidRangeText, fluidText, massText } from '../../lib/i18n/units';
import { glassText } from '../../lib/i18n/words/dose-words';
import type { Weighing } from '../../lib/storage';
import { Notice } from '../Notice';

/** Minutes and effort do not matter where the loss was weighed. */
const WEIGHED = { massKg: null, minutes: 0, effort: 'easy', airC: null } as const;

/** The sweat lost, how much to drink for it, and what else the two masses show. */
export function WeighingResult({ weighing }: { readonly weighing: Weighing }) {
  const { beforeKg, afterKg } = weighing;
  if (afterKg === null) return null;
  const lossMl = sweatLossMl(weighing);
  const says = weighingSays(beforeKg, afterKg);
  const drink = lossMl === null ? null : fluidsAfter({ ...WEIGHED, lossMl });
  return (
    <div class="stack tight" data-sweat-ml={lossMl}>
      <dl class="figures">
        <div>
          <dt>{t('weighLoss')}</dt>
          <dd>{lossMl === null ? '–' : fluidText(lossMl)}</dd>
        </div>
        <div>
          <dt>{t('weighMass')}</dt>
          <dd>{t('weighFromTo', massText(beforeKg), massText(afterKg))}</dd>
        </div>
      </dl>
      {says === 'gained' ? (
        <Notice kind="warn" what={t('weighGained')} todo={t('planStep_drink_warning')} />
      ) : (
        <>
          {drink !== null && drink.highMl > 0 && (
            <p data-drink>{t('weighDrink', fluidRangeText(drink.lowMl, drink.highMl), glassText(drink.lowMl), glassText(drink.highMl))}</p>
          )}
          {says === 'short-of-fluids' && <Notice kind="warn" what={t('weighShort')} todo={t('weighShortTodo')} />}
          <small>{t('planStep_drink_warning')}</small>
        </>
      )}
    </div>
  );
}
