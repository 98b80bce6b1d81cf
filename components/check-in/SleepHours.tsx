import { number, t } from '../../lib/i18n';
import { useSettled } from './use-settled';

/** Position of the slider before it is touched. */
const USUAL_H = 7.5;

interface SleepHoursProps {
  readonly hours: number | null;
  readonly change: (hours: number) => void;
}

/** Hours slept, in quarters. Unanswered until it is touched; a touch without a move counts. */
export function SleepHours({ hours, change }: SleepHoursProps) {
  const { shown, move, take } = useSettled(hours, change);
  return (
    <label class="sleep-hours">
      <span class="between">
        <span class="question">{t('askSleepHours')}</span>
        <output data-sleep-hours>{shown === null ? t('notAnswered') : t('hoursValue', number(shown, 2).replace(/[.,]?0+$/, ''))}</output>
      </span>
      <input
        type="range"
        min="2"
        max="13"
        step="0.25"
        class={shown === null ? 'unanswered' : ''}
        value={shown ?? USUAL_H}
        aria-valuetext={shown === null ? t('notAnswered') : t('hoursValue', number(shown, 2))}
        onInput={move}
        onChange={take}
        onClick={(event) => hours === null && take(event)}
        onKeyDown={(event) => event.key === 'Enter' && take(event)}
      />
    </label>
  );
}
