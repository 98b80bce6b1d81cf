import { t } from '../../lib/i18n';

/** What the forms of a session done and of one to come have in common. */

const MOST_MINUTES = 1440;

/** What keeps it from being saved, in words; null: nothing. */
export function findFormFault(startMs: number, minutes: number): string | null {
  if (Number.isNaN(startMs)) return t('activityWhenWrong');
  return minutes < 1 || minutes > MOST_MINUTES ? t('activityMinutesWrong') : null;
}

/** What is no number is told as 0. */
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
  /** As `localInput` has it. */
  readonly at: string;
  readonly change: (at: string) => void;
}

export function WhenField({ label, at, change }: WhenFieldProps) {
  return (
    <label class="stack tight whole">
      <span class="question">{label}</span>
      <input type="datetime-local" value={at} onInput={(event) => change(event.currentTarget.value)} />
    </label>
  );
}
