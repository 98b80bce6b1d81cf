import { number, t } from '../../lib/i18n';

/** Where the slider stands before it is touched. */
const USUAL_H = 7.5;

interface SleepHoursProps {
  readonly hours: number | null;
  readonly change: (hours: number) => void;
}

/** Hours slept, to the quarter. Unanswered until it is touched; a touch where it stands counts. */
export function SleepHours({ hours, change }: SleepHoursProps) {
  const take = (event: { readonly currentTarget: HTMLInputElement }) => change(event.currentTarget.valueAsNumber);
  return (
    <label class="sleep-hours">
      <span class="between">
        <span class="question">{t('askSleepHours')}</span>
        <output data-sleep-hours>{hours === null ? t('notAnswered') : t('hoursValue', number(hours, 2).replace(/[.,]?0+$/, ''))}</output>
      </span>
      <input
        type="range"
        min="2"
        max="13"
        step="0.25"
        class={hours === null ? 'unanswered' : ''}
        value={hours ?? USUAL_H}
        aria-valuetext={hours === null ? t('notAnswered') : t('hoursValue', number(hours, 2))}
        onInput={take}
        onClick={take}
        onKeyDown={(event) => event.key === 'Enter' && take(event)}
      />
    </label>
  );
}
