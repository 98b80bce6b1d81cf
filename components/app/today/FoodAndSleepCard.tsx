import { Apple, BedDouble, Droplets, Wheat } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type AmountFigures, WARM_C } from '../../../lib/catalogue';
import { clock } from '../../../lib/core/clock';
import { language, number, plural, t } from '../../../lib/i18n';
import { temperature } from '../../../lib/i18n/units';
import { glassText } from '../../../lib/i18n/words/dose-words';
import { proteinFoods } from '../../../lib/i18n/words/food-words';
import { ruleWords } from '../../../lib/i18n/words/screening-words';
import { SPORT_WORDS } from '../../../lib/i18n/words/sport-words';
import { type DietLimit, findDiet, type ReboundDatabase, SLEEP_LIMITS, setSetting, type World } from '../../../lib/storage';
import type { DayReading } from '../../../lib/today/today';
import { type AfterSession, type FoodAndSleep, readFoodAndSleep } from '../../../lib/views/food-and-sleep';
import { Notice } from '../../Notice';
import { useLive } from '../../use-live';
import { LoadFailed } from '../LoadFailed';
import { NumberField } from '../settings/NumberField';
import '../settings/settings.css';
import './today.css';

interface FoodAndSleepCardProps {
  readonly db: ReboundDatabase;
  readonly world: World;
  readonly today: DayReading;
}

/** After a session: protein, carbohydrate and water for it; and the bedtime. Amounts, never calories or a target weight. */
export function FoodAndSleepCard({ db, world, today }: FoodAndSleepCardProps) {
  const read = useLive(() => readFoodAndSleep(db, world, today, clock.now()), [db, world, today]);
  if (read instanceof Error) return <LoadFailed error={read} />;
  if (read === undefined) return null;
  const { after, proteinWaits, noProtein, lowEnergy } = read;
  const warm = read.settings.airC !== null && read.settings.airC >= WARM_C;
  return (
    <section class="card stack food-and-sleep" data-food={after === null ? 'sleep' : after.effort}>
      <h2>{t(after === null ? 'sleepTitle' : 'foodTitle')}</h2>
      {after !== null && (
        <>
          <p class="muted">{sessionWords(after.activity)}</p>
          {read.fast !== null && (
            <Notice what={read.fast === 'unknown' ? t('foodFastUnknown') : t('foodFastUntil', clockWords(read.fast.to))} />
          )}
          <dl class="amounts">
            <Amount icon={<Apple size={18} aria-hidden="true" />} name={t('foodProtein')}>
              {noProtein.length === 0 && proteinWaits !== null ? (
                <span data-protein="waits">
                  {proteinWaits === 'answers-unread' ? `${t('blockAnswersUnread')} ${t('blockAnswersUnreadTodo')}` : <ScreeningFirstLink />}
                </span>
              ) : noProtein.length > 0 ? (
                <span data-protein="left-out">
                  {t('blockExcluded', noProtein.map(({ rule }) => ruleWords(rule)).join(t('listComma')))} {t('blockAskDoctor')}
                </span>
              ) : (
                <span data-protein={after.protein.proteinG?.join('-')}>{proteinWords(after.protein, findDiet(read.settings))}</span>
              )}
            </Amount>
            <Amount icon={<Wheat size={18} aria-hidden="true" />} name={t('foodCarbohydrate')}>
              {after.emptiedBy !== null && after.emptiedBy !== after.activity && <small>{sessionWords(after.emptiedBy)} </small>}
              <span data-carbohydrate={after.carbohydrate?.carbohydrateG?.join('-')}>{carbohydrateWords(after.carbohydrate)}</span>
            </Amount>
            <Amount icon={<Droplets size={18} aria-hidden="true" />} name={t('foodFluids')}>
              <span data-fluids={[after.fluids.fluidMl ?? []].flat().join('-')}>{fluidWords(after)}</span>
            </Amount>
          </dl>
          {!after.weighed && (
            <label class="tick">
              <input
                type="checkbox"
                data-warm
                checked={warm}
                onChange={(event) => void setSetting(db, 'airC', event.currentTarget.checked ? WARM_C : null)}
              />
              <span>{t('foodWarm', temperature(WARM_C, 0))}</span>
            </label>
          )}
          <small>
            {t('planStep_drink_no_gain')} {t('planStep_drink_warning')}
          </small>
          {read.massKg === null && !read.massHidden && (
            <small>
              {t('foodNoMass')} <a href="#settings">{t('foodNoMassLink')}</a>
            </small>
          )}
        </>
      )}
      <Sleep db={db} read={read} />
      {lowEnergy && <Notice kind="warn" what={t('foodLowEnergy')} todo={t('foodLowEnergyTodo')} />}
    </section>
  );
}

function ScreeningFirstLink() {
  return (
    <>
      {t('foodProteinFirst')} <a href="#plan">{t('screeningOpen')}</a>
    </>
  );
}

function sessionWords({ sport, movingTimeS }: AfterSession['activity']): string {
  return t('foodAfter', t(SPORT_WORDS[sport]), plural('minutes', Math.round(movingTimeS / 60)));
}

function Amount({
  icon,
  name,
  children,
}: {
  readonly icon: ComponentChildren;
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="amount">
      {icon}
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function grams(range: readonly [number, number] | undefined): string {
  if (range === undefined) return '';
  const style = { style: 'unit', unit: 'gram', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language(), style).formatRange(...range);
}

function proteinWords({ proteinG }: AmountFigures, diet: readonly DietLimit[] | null): string {
  if (proteinG !== undefined) return t('foodProteinText', grams(proteinG));
  return diet === null ? t('planFoodsUnread') : t('foodProteinNamed', proteinFoods(diet).join(t('listComma')));
}

function carbohydrateWords(figures: AmountFigures | null): string {
  if (figures === null) return t('foodCarbohydrateUsual');
  const { uncounted, carbohydrateG, carbohydrateGPerKg, carbohydrateStillG } = figures;
  if (uncounted !== undefined) return t(uncounted === 'diabetes-team' ? 'foodCarbohydrateTeam' : 'foodCarbohydrateNamed');
  if (carbohydrateG === undefined) return [t('foodCarbohydratePerKg', grams(carbohydrateGPerKg)), t('foodPlants')].join(' ');
  const still = carbohydrateStillG === undefined ? [] : [t('foodCarbohydrateStill', grams(carbohydrateStillG))];
  return [t('foodCarbohydrateText', grams(carbohydrateG), grams(carbohydrateGPerKg)), ...still, t('foodPlants')].join(' ');
}

function fluidWords({ fluids: { fluidMl }, weighed }: AfterSession): string {
  if (fluidMl === undefined) return t('planStep_drink_thirst');
  const [low, high] = [fluidMl, fluidMl].flat() as [number, number];
  return t(weighed ? 'foodFluidsWeighed' : 'foodFluidsGuess', glassText(low), glassText(high));
}

/** Bedtime, computed from the wake-up time; asks for that until it is known. */
function Sleep({ db, read: { settings, bedtime, sleepMinutes } }: { readonly db: ReboundDatabase; readonly read: FoodAndSleep }) {
  const [asking, setAsking] = useState(false);
  const open = asking || settings.wake === null;
  return (
    <div class="amount sleep" data-bedtime={bedtime}>
      <BedDouble size={18} aria-hidden="true" />
      <div class="between">
        <h3>{t('foodSleep')}</h3>
        {settings.wake !== null && (
          <button type="button" class="quiet small" aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {t(asking ? 'checkInFold' : 'sleepChange')}
          </button>
        )}
      </div>
      <div class="stack tight">
        {bedtime !== null && settings.wake !== null && (
          <p>
            {t('sleepBedtime', clockWords(bedtime), number(sleepMinutes / 60, sleepMinutes % 60 === 0 ? 0 : 1), clockWords(settings.wake))}
          </p>
        )}
        {bedtime !== null && (
          <small>
            {t('planStep_sleep_regular')} {t('planStep_sleep_dark')} {t('planStep_sleep_screens')}
          </small>
        )}
        {open && (
          <div class="number-fields">
            <label class="number-field">
              <span>{t('sleepWake')}</span>
              <input
                type="time"
                value={settings.wake ?? ''}
                onChange={(event) =>
                  void setSetting(db, 'wake', event.currentTarget.value === '' ? null : event.currentTarget.value.slice(0, 5))
                }
              />
            </label>
            <NumberField
              label={t('sleepTarget')}
              unit={t('sleepTargetUnit')}
              hint={t('sleepTargetHint')}
              value={settings.sleepTargetH}
              limits={SLEEP_LIMITS}
              integer={false}
              change={(sleepTargetH) => void setSetting(db, 'sleepTargetH', sleepTargetH)}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** "10:30 pm" for `22:30`. */
function clockWords(time: string): string {
  const format = new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return format.format(Date.parse(`1970-01-01T${time}:00Z`));
}
