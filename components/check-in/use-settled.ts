import { useState } from 'preact/hooks';

type RangeEvent = { readonly currentTarget: HTMLInputElement };

/** A slider that follows the pointer but reports only the final value: a drag is one answer, and one write to the database. */
export function useSettled(value: number | null, change: (value: number) => void) {
  const [moving, setMoving] = useState<number | null>(null);
  const take = ({ currentTarget }: RangeEvent) => {
    setMoving(null);
    change(currentTarget.valueAsNumber);
  };
  const move = ({ currentTarget }: RangeEvent) => setMoving(currentTarget.valueAsNumber);
  return { shown: moving ?? value, move, take };
}
