import { clockTime, distance, number, t } from '../../lib/i18n';
import type { Datum, PageReading, SiteActivity } from '../../lib/sites';

/** What the card shows of an activity, and so what it owns up to when it could not be read. */
const SHOWN: readonly Datum[] = ['title', 'sport', 'movingTimeS', 'distanceM', 'avgHrBpm'];

/** The activity as it was read from the page, and, openly, what could not be read. */
export function ReadActivity({ reading }: { reading: PageReading }) {
  const { activity } = reading;
  if (activity === null || SHOWN.every((datum) => activity[datum] === null)) return <p class="muted">{t('cardNothing')}</p>;
  const missing = SHOWN.filter((datum) => activity[datum] === null);
  return (
    <div class="stack tight">
      <div class="between">
        <h2>{activity.title ?? t('cardActivity')}</h2>
        {activity.own === false && <span class="chip">{t('cardOther')}</span>}
      </div>
      <dl class="cells">
        <Cell name={t('fieldSport')} value={activity.sport === null ? null : t(`sport_${activity.sport}`)} />
        <Cell name={t('fieldDuration')} value={activity.movingTimeS === null ? null : duration(activity.movingTimeS)} />
        <Cell
          name={t('fieldDistance')}
          value={activity.distanceM === null ? null : distance(activity.distanceM, activity.sport === 'swim')}
        />
        <Cell name={t('fieldHr')} value={activity.avgHrBpm === null ? null : t('bpmValue', number(activity.avgHrBpm))} />
      </dl>
      <small>{footnote(activity, missing)}</small>
    </div>
  );
}

function Cell({ name, value }: { name: string; value: string | null }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={value === null ? 'missing' : ''}>{value ?? t('notRead')}</dd>
    </div>
  );
}

function footnote(activity: SiteActivity, missing: readonly Datum[]): string {
  const unread = activity.own === null ? [...missing, 'own' as const] : missing;
  return unread.length === 0 ? t('cardReadAll') : t('cardNotFound', unread.map((datum) => t(`datum_${datum}`)).join(t('listComma')));
}

/** "1:02:33" or "42:10". */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 3600 ? clockTime(whole) : `${Math.floor(whole / 3600)}:${clockTime(whole % 3600).padStart(5, '0')}`;
}
