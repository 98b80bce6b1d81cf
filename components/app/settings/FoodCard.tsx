import { hidesBodyMass, NAMED_ONLY, WARM_C } from '../../../lib/catalogue';
import { t } from '../../../lib/i18n';
import { temperature, temperatureMeasure } from '../../../lib/i18n/units';
import { modalityText } from '../../../lib/i18n/words/modality-words';
import { stepTexts } from '../../../lib/i18n/words/plan-words';
import {
  AIR_LIMITS,
  changeSetting,
  DIET_LIMITS,
  forgetUnreadDiet,
  type ReboundDatabase,
  type Settings,
  setSetting,
} from '../../../lib/storage';
import { Notice } from '../../Notice';
import { dietText } from '../../plan/setting-words';
import { MeasureField } from './MeasureField';
import { Ticks } from './Ticks';

const SUPPLEMENTS = ['creatine', 'tart-cherry'] as const;
const MELATONIN = NAMED_ONLY.filter(({ id }) => id === 'melatonin');

/** What advice on food must avoid, supplements that the user wants, and the temperature where they train. */
export function FoodCard({ db, settings }: { db: ReboundDatabase; settings: Settings }) {
  const unread = settings.askAgain.diet;
  return (
    <section class="card stack" data-plan-food>
      <div class="stack tight">
        <h2>{t('dietTitle')}</h2>
        <p class="muted">{t(hidesBodyMass(settings.contraindications) ? 'screeningNamedAll' : 'foodText')}</p>
      </div>
      {unread.length > 0 && (
        <Notice kind="warn" what={t('foodDietUnread', unread.join(t('listComma')))} todo={t('foodDietUnreadTodo')}>
          <button type="button" onClick={() => void forgetUnreadDiet(db)}>
            {t('foodDietUnreadDone')}
          </button>
        </Notice>
      )}
      <Ticks
        legend={t('foodDiet')}
        options={DIET_LIMITS.map((value) => ({ value, label: dietText(value) }))}
        ticked={settings.diet}
        change={(flip) => void changeSetting(db, 'diet', flip)}
        hint={t('foodDietHint')}
      />
      <Ticks
        legend={t('foodSupplements')}
        options={SUPPLEMENTS.map((value) => ({ value, label: modalityText(value) }))}
        ticked={settings.supplements}
        change={(flip) => void changeSetting(db, 'supplements', flip)}
        hint={t('foodSupplementsHint')}
      />
      {MELATONIN.map((one) => (
        <small key={one.id}>{t('foodNeverPlanned', stepTexts(one).join(' '))}</small>
      ))}
      <div class="number-fields">
        <MeasureField
          label={t('foodAir')}
          measure={temperatureMeasure()}
          hint={t('foodAirHint', temperature(WARM_C, 0))}
          value={settings.airC}
          limits={AIR_LIMITS}
          change={(airC) => void setSetting(db, 'airC', airC)}
        />
      </div>
    </section>
  );
}
