import { t } from '../../lib/i18n';

/** What the forms of past and planned sessions share. */

const MOST_MINUTES = 1440;

/** Why it cannot be saved, as text; null: it can. */
export function findFormFault(startMs: number, minutes: number): string | null {
  if (Number.isNaN(startMs)) return t('activityWhenWrong');
  return minutes < 1 || minutes > MOST_MINUTES ? t('activityMinutesWrong') : null;
}

/** Input that is not a number is reported as 0. */
export function MinutesField({ minutes, change }: { readonly minutes: number; readonly change: (minutes: number) => void }) {
  return (
    <label class="stack tight">
      <span class="question">{t('activityMinutes')}</span>
      <input
        type="number"
        min="1"
        max={MOST_MINUTES}
        inputMode="numeric"
        value={minutes}
        onInput={(event) => change(event.currentTarget.valueAsNumber || 0)}
      />
    </label>
  );
}

interface WhenFieldProps {
  readonly label: string;
  /** In the format of `toLocalMinute`. */
  readonly at: string;
  readonly change: (at: string) => void;
}

export function WhenField({ label, at, change }: WhenFieldProps) {
  return (
    <label class="stack tight full-width">
      <span class="question">{label}</span>
      <input type="datetime-local" value={at} onInput={(event) => change(event.currentTarget.value)} />
    </label>
  );
}
