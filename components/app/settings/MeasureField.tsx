import type { Measure } from '../../../lib/i18n/units';
import { NumberField, type NumberFieldProps } from './NumberField';

/** A number with a unit, shown and typed in the user's units. Its value and limits are in the stored units. */
export function MeasureField({
  measure: { unit, shown, stored },
  value,
  limits: [low, high],
  change,
  ...rest
}: Omit<NumberFieldProps, 'unit'> & { readonly measure: Measure }) {
  const per = rest.integer === false ? 10 : 1;
  return (
    <NumberField
      {...rest}
      unit={unit}
      value={value === null ? null : Math.round(per * shown(value)) / per}
      // Rounded inwards, so that every value within them can be stored.
      limits={[Math.ceil(shown(low)), Math.floor(shown(high))]}
      change={(typed) => change(typed === null ? null : Math.round(100 * stored(typed)) / 100)}
    />
  );
}
