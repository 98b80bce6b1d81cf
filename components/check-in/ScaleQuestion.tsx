import type { MessageKey } from '../../lib/i18n';
import { t } from '../../lib/i18n';
import type { Score } from '../../lib/readiness';

const SCORES: readonly Score[] = [1, 2, 3, 4, 5];

interface ScaleQuestionProps {
  readonly name: string;
  readonly label: MessageKey;
  /** The meaning of 1 and of 5. */
  readonly ends: readonly [MessageKey, MessageKey];
  readonly value: Score | null;
  readonly choose: (score: Score) => void;
}

/** One question with five answers, labelled at both ends. Built from radio buttons: arrow keys work, and the form handles 1 to 5. */
export function ScaleQuestion({ name, label, ends: [low, high], value, choose }: ScaleQuestionProps) {
  return (
    <fieldset class="scale" data-scale={name}>
      <legend>{t(label)}</legend>
      <div class="scores">
        {SCORES.map((score) => (
          <label key={score}>
            <input
              type="radio"
              name={name}
              value={score}
              checked={score === value}
              aria-label={score === 1 ? `1, ${t(low)}` : score === 5 ? `5, ${t(high)}` : String(score)}
              onChange={() => choose(score)}
            />
            <span aria-hidden="true">{score}</span>
          </label>
        ))}
      </div>
      <div class="ends" aria-hidden="true">
        <small>{t(low)}</small>
        <small>{t(high)}</small>
      </div>
    </fieldset>
  );
}
