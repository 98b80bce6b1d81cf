import { signal } from '@preact/signals';
import type { World } from '../../../lib/storage';

/** Checks on a page of the list. */
export const PAGE = 60;

/** Where the list was left, so that coming back from a check finds it as it was. */
export const listState = {
  world: signal<World>('own'),
  shown: signal(PAGE),
  opened: signal<string | null>(null),
};
