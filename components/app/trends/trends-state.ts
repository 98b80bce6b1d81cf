import { signal } from '@preact/signals';

/** Days that can be chosen to look at; null: all. */
export const STRETCHES = ['30', '90', '365', 'all'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** What was looked at last, so that coming back finds it so. */
export const stretch = signal<Stretch>('90');

export function toShownDays(chosen: Stretch): number | null {
  return chosen === 'all' ? null : Number(chosen);
}
