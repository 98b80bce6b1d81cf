import { signal } from '@preact/signals';
import type { World } from '../../../lib/storage';

/** Checks on a page of the list. */
export const PAGE = 60;

/** The state of the list, so that returning from a check finds it unchanged. */
export const listState = {
  world: signal<World>('own'),
  shown: signal(PAGE),
  opened: signal<string | null>(null),
};
