import { useState } from 'preact/hooks';
import { clock } from '../../lib/core/clock';
import { localZone } from '../../lib/core/day';
import { toInstant, toLocalMinute } from '../../lib/core/local-time';
import { HOUR_MS } from '../../lib/core/time';
import { t } from '../../lib/i18n';
import { SPORT_WORDS } from '../../lib/i18n/words/sport-words';
import { INTENSITIES, type PlannedSession, SPORTS, type Sport } from '../../lib/training';
import { Choices } from '../app/Choices';
import { FormEnd } from '../FormEnd';
import { findFormFault, MinutesField, WhenField } from './form-parts';
import { INTENSITY_WORDS } from './words';

const SOON_MS = 2 * HOUR_MS;

interface PlannedFormProps {
  readonly save: (session: PlannedSession) => void;
  readonly cancel: () => void;
}

/** A planned session: sport, time, length, effort. */
export function PlannedForm({ save, cancel }: PlannedFormProps) {
  const [sport, setSport] = useState<Sport>('run');
  const [at, setAt] = useState(() => toLocalMinute(clock.now() + SOON_MS, localZone()));
  const [minutes, setMinutes] = useState(60);
  const [intensity, setIntensity] = useState<PlannedSession['intensity']>('moderate');
  const atMs = toInstant(at, localZone());
  const fault = findFormFault(atMs, minutes);
  return (
    <form
      class="activity stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === null) save({ sport, atMs, minutes, intensity });
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
        <MinutesField minutes={minutes} change={setMinutes} />
        <WhenField label={t('plannedWhen')} at={at} change={setAt} />
      </div>
      <Choices
        legend={t('plannedHow')}
        name="planned-intensity"
        options={INTENSITIES.map((value) => ({ value, label: t(INTENSITY_WORDS[value]) }))}
        value={intensity}
        choose={setIntensity}
      />
      <FormEnd fault={fault} blocked={fault !== null} cancel={cancel} />
    </form>
  );
}
