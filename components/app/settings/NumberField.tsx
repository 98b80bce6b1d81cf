import { useId, useState } from 'preact/hooks';
import { number, t } from '../../../lib/i18n';

export interface NumberFieldProps {
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
  readonly value: number | null;
  readonly limits: readonly [number, number];
  readonly integer?: boolean;
  readonly change: (value: number | null) => void;
}

/** An optional number. A value outside the limits is not accepted, and the field says so. */
export function NumberField({ label, unit, hint, value, limits, integer = true, change }: NumberFieldProps) {
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const [low, high] = limits;
  const take = (input: HTMLInputElement) => {
    const typed = input.valueAsNumber;
    // Only this tells an empty field from one with invalid input.
    const empty = Number.isNaN(typed) && !input.validity.badInput;
    const fits = typed >= low && typed <= high && (!integer || Number.isInteger(typed));
    setWrong(!empty && !fits);
    if (empty) change(null);
    else if (fits) change(typed);
  };
  const plain = (limit: number) => (limit > 1800 ? String(limit) : number(limit));
  return (
    <div class="number-field">
      <label for={id}>
        {label} {unit !== undefined && <span class="unit">{unit}</span>}
      </label>
      <input
        id={id}
        type="number"
        inputMode={integer ? 'numeric' : 'decimal'}
        min={low}
        max={high}
        step={integer ? 1 : 0.1}
        value={value ?? ''}
        placeholder={t('notSaid')}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => take(event.currentTarget)}
      />
      <small id={`${id}-hint`} role={wrong ? 'alert' : undefined} class={wrong ? 'wrong' : ''}>
        {wrong ? t('numberWrong', plain(low), plain(high)) : hint}
      </small>
    </div>
  );
}
