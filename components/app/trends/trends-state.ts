import { signal } from '@preact/signals';

/** Numbers of days to choose from, as text. */
export const STRETCHES = ['30', '90', '365', 'all'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** The last choice, so that returning to the screen finds it unchanged. */
export const stretch = signal<Stretch>('90');

export function toShownDays(chosen: Stretch): number | null {
  return chosen === 'all' ? null : Number(chosen);
}
