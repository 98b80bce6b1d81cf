import { useState } from 'preact/hooks';
import { clock } from '../../lib/clock';
import { t } from '../../lib/i18n';
import { type PlannedSession, SPORTS, type Sport } from '../../lib/training';
import { Choices } from '../app/Choices';
import { localInput } from './local-input';
import { SPORT_WORDS } from './words';

const SOON_MS = 2 * 3_600_000;
const INTENSITIES = [
  { value: 'easy', label: 'intensityEasy' },
  { value: 'moderate', label: 'intensityModerate' },
  { value: 'hard', label: 'intensityHard' },
] as const;

interface PlannedFormProps {
  readonly save: (session: PlannedSession) => void;
  readonly cancel: () => void;
}

/** A session to come: what, when, how long, how hard. */
export function PlannedForm({ save, cancel }: PlannedFormProps) {
  const [sport, setSport] = useState<Sport>('run');
  const [at, setAt] = useState(() => localInput(clock.now() + SOON_MS));
  const [minutes, setMinutes] = useState(60);
  const [intensity, setIntensity] = useState<PlannedSession['intensity']>('moderate');
  const atMs = Date.parse(at);
  const wrong = Number.isNaN(atMs) ? t('activityWhenWrong') : minutes < 1 || minutes > 1440 ? t('activityMinutesWrong') : null;
  return (
    <form
      class="activity stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong === null) save({ sport, atMs, minutes, intensity });
      }}
    >
      <Choices
        legend={t('activitySport')}
        name="planned-sport"
        options={SPORTS.map((value) => ({ value, label: t(SPORT_WORDS[value]) }))}
        value={sport}
        choose={setSport}
      />
      <div class="pair">
        <label class="stack tight">
          <span class="question">{t('activityMinutes')}</span>
          <input
            type="number"
            min="1"
            max="1440"
            inputMode="numeric"
            value={minutes}
            onInput={(event) => setMinutes(event.currentTarget.valueAsNumber || 0)}
          />
        </label>
        <label class="stack tight whole">
          <span class="question">{t('plannedWhen')}</span>
          <input type="datetime-local" value={at} onInput={(event) => setAt(event.currentTarget.value)} />
        </label>
      </div>
      <Choices
        legend={t('plannedHow')}
        name="planned-intensity"
        options={INTENSITIES.map(({ value, label }) => ({ value, label: t(label) }))}
        value={intensity}
        choose={setIntensity}
      />
      {wrong !== null && <p role="alert">{wrong}</p>}
      <div class="row">
        <button type="submit" disabled={wrong !== null}>
          {t('activitySave')}
        </button>
        <button type="button" class="quiet" onClick={cancel}>
          {t('activityCancel')}
        </button>
      </div>
    </form>
  );
}
