import { useState } from 'preact/hooks';
import { toInstant, toLocalMinute } from '../../lib/core/local-time';
import { t } from '../../lib/i18n';
import { REGION_WORDS } from '../../lib/i18n/words/region-words';
import { ACTIVITY_KINDS, type Activity, type ActivityKind, REGIONS, type Region, SPORTS, type Sport } from '../../lib/training';
import { Choices } from '../app/Choices';
import { FormEnd } from '../FormEnd';
import { findFormFault, MinutesField, WhenField } from './form-parts';
import './training.css';
import { SPORT_WORDS } from '../../lib/i18n/words/sport-words';
import { effortText, KIND_WORDS } from './words';

/** The aims of a strength session that the form offers. Until answered, `size` counts. */
const LIFTED = ['size', 'strength', 'power'] as const;

interface ActivityFormProps {
  /** Initial values: an activity to change, or likely values for a new one. */
  readonly start: Activity;
  /** The zone in which its start is shown and typed: the one that is stored with it. */
  readonly timeZone: string;
  readonly save: (activity: Activity) => void;
  readonly cancel: () => void;
}

/** One activity, in a few presses: sport, minutes, effort. The rest is optional. */
export function ActivityForm({ start, timeZone, save, cancel }: ActivityFormProps) {
  const [activity, setActivity] = useState(start);
  const before = toLocalMinute(start.startMs, timeZone);
  const [at, setAt] = useState(before);
  const change = (changed: Partial<Activity>) => setActivity({ ...activity, ...changed });
  const minutes = Math.round(activity.movingTimeS / 60);
  // The field has no seconds; an unchanged time keeps its own.
  const startMs = at === before ? start.startMs : toInstant(at, timeZone);
  const fault = findFormFault(startMs, minutes);
  const effort = activity.rpe === null ? t('notAnswered') : effortText(activity.rpe);
  const flip = (region: Region) =>
    change({
      regions: activity.regions.includes(region) ? activity.regions.filter((one) => one !== region) : [...activity.regions, region],
    });
  return (
    <form
      class="activity stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) save({ ...activity, startMs });
      }}
    >
      <Choices
        legend={t('activitySport')}
        name="sport"
        options={SPORTS.map((value) => ({ value, label: t(SPORT_WORDS[value]) }))}
        value={activity.sport}
        choose={(sport: Sport) => change({ sport })}
      />
      <div class="pair">
        <MinutesField minutes={minutes} change={(count) => change({ movingTimeS: 60 * count })} />
        <label class="stack tight">
          <span class="question">{t('activityHr')}</span>
          <input
            type="number"
            min="40"
            max="230"
            inputMode="numeric"
            placeholder={t('activityHrNone')}
            value={activity.avgHrBpm ?? ''}
            onInput={(event) => {
              const bpm = event.currentTarget.valueAsNumber;
              change({ avgHrBpm: bpm >= 40 && bpm <= 230 ? bpm : null });
            }}
          />
        </label>
        <WhenField label={t('activityWhen')} at={at} change={setAt} />
      </div>
      <label class="stack tight">
        <span class="between">
          <span class="question">{t('activityRpe')}</span>
          <output>{effort}</output>
        </span>
        <input
          type="range"
          min="0"
          max="10"
          step="1"
          class={activity.rpe === null ? 'unanswered' : ''}
          value={activity.rpe ?? 5}
          aria-valuetext={effort}
          onInput={(event) => change({ rpe: event.currentTarget.valueAsNumber })}
          onClick={(event) => change({ rpe: event.currentTarget.valueAsNumber })}
        />
      </label>
      {activity.sport === 'strength' && (
        <Choices
          legend={t('activityFor')}
          name="kind"
          options={LIFTED.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
          value={LIFTED.find((kind) => kind === activity.kind) ?? 'size'}
          choose={(kind: ActivityKind) => change({ kind })}
        />
      )}
      <details open={activity.regions.length > 0 || activity.sport === 'strength'}>
        <summary>{t('activityRegions')}</summary>
        <div class="regions">
          {REGIONS.map((region) => (
            <button
              key={region}
              type="button"
              class="chip"
              data-region={region}
              aria-pressed={activity.regions.includes(region)}
              onClick={() => flip(region)}
            >
              {t(REGION_WORDS[region])}
            </button>
          ))}
        </div>
        {activity.sport !== 'strength' && (
          <Choices
            legend={t('activityFor')}
            name="kind"
            options={ACTIVITY_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
            value={activity.kind ?? 'endurance'}
            choose={(kind: ActivityKind) => change({ kind })}
          />
        )}
      </details>
      <FormEnd fault={fault} blocked={fault !== null} cancel={cancel} />
    </form>
  );
}
